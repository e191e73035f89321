/**
 * Continues with a value, synchronously unless it is a promise. For a cached token, the delay of an `await` costs more than the
 * remaining work.
 *
 * @throws The error of `step`, if the value is not a promise.
 */
export const proceed = <T, R>(value: T | PromiseLike<T>, step: (value: T) => R | Promise<R>): R | Promise<R> =>
  isPending(value) ? Promise.resolve(value).then(step) : step(value);

/** Detects any thenable: some libraries have their own promise classes. */
export const isPending = <T>(value: T | PromiseLike<T>): value is PromiseLike<T> =>
  typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
