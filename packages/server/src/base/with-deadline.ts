/** Why a signal of {@link withDeadline} aborts when time is up. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

/**
 * Runs a task until it settles, the time is up, or nobody waits for it any more, also when the task ignores its signal.
 *
 * @param timeoutMs Longest wait in milliseconds.
 * @param signal Of whoever waits.
 * @throws {DeadlineError} when the time is up; the reason of the signal; whatever the task throws.
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

/** The value, or the reason of the signal if that comes first. The signal has to be one that does not outlive the value by much. */
export function untilAborted<T>(signal: AbortSignal, value: T | Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error);
    if (signal.aborted) leave();
    signal.addEventListener("abort", leave, { once: true });
    Promise.resolve(value)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", leave));
  });
}

/** Resolves after a time. @throws the reason of the signal if that comes first. */
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
