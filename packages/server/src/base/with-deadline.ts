/** The abort reason of the signal of {@link withDeadline} after a timeout. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

/**
 * Runs a task until it settles, times out, or the caller aborts, also if the task ignores its signal.
 *
 * @param timeoutMs Longest wait in milliseconds.
 * @param signal The caller's signal.
 * @throws {DeadlineError} after the timeout; the abort reason of the signal; the error of the task.
 */
export async function withDeadline<T>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  task: (signal: AbortSignal) => T | Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const follow = (): void => controller.abort(signal?.reason);
  const timer = setTimeout(() => controller.abort(new DeadlineError(`No answer in ${timeoutMs} ms.`)), timeoutMs);
  signal?.addEventListener("abort", follow, { once: true });
  try {
    return await untilAborted(controller.signal, task(controller.signal));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", follow);
  }
}

/**
 * Resolves with the value, or rejects with the abort reason of the signal if that comes first. Pass a signal that does not outlive the
 * value by much: the listener remains on it until the value settles.
 *
 * @param signal Undefined never aborts.
 */
export function untilAborted<T>(signal: AbortSignal | undefined, value: T | Promise<T>): Promise<T> {
  if (!signal) return Promise.resolve(value);
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error);
    if (signal.aborted) leave();
    signal.addEventListener("abort", leave, { once: true });
    Promise.resolve(value)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", leave));
  });
}

/** Resolves after a time. @throws The abort reason of the signal if that comes first. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", leave);
      resolve();
    }, milliseconds);
    if (signal.aborted) leave();
    else signal.addEventListener("abort", leave, { once: true });
  });
}
