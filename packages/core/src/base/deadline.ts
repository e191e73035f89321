/**
 * Returns the promise, or rejects when it takes too long. Leaves no timer behind.
 *
 * @param promise The promise to wait for. It is not cancelled when the time is up.
 * @param ms Longest wait in milliseconds.
 * @param late Creates the timeout error.
 */
export function deadline<T>(promise: Promise<T>, ms: number, late: () => Error): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    // A timer fires at once for a longer delay.
    const timer = setTimeout(() => reject(late()), Math.min(ms, 2 ** 31 - 1));
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Returns the promise, or rejects with the signal's reason on abort. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
