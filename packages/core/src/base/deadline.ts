/**
 * The promise, or a rejection when it takes too long. Leaves no timer behind.
 *
 * @param promise What is waited for. It goes on by itself when this gives up.
 * @param ms Longest wait in milliseconds.
 * @param late Makes the error of a wait that was too long.
 */
export function deadline<T>(promise: Promise<T>, ms: number, late: () => Error): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    // A longer wait than a timer can count would end at once.
    const timer = setTimeout(() => reject(late()), Math.min(ms, 2 ** 31 - 1));
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The promise, or a rejection with the signal's reason as soon as nobody waits any more. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
