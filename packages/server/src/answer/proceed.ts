/**
 * Goes on with a value: at once, where it is there. An `await` would put the rest off, which costs more than the rest itself where a
 * token is kept.
 *
 * @throws whatever `step` throws, where the value is there.
 */
export const proceed = <T, R>(value: T | PromiseLike<T>, step: (value: T) => R | Promise<R>): R | Promise<R> =>
  isPending(value) ? Promise.resolve(value).then(step) : step(value);

/** Some libraries make promises of their own. */
export const isPending = <T>(value: T | PromiseLike<T>): value is PromiseLike<T> =>
  typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
