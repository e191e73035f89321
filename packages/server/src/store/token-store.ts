/**
 * Where tokens are kept between calls. A `Keyv` fits as it is; so does anything with these three methods, synchronous or not.
 * Values are text, and `get` has to give back exactly the text that `set` was given, or nothing.
 */
export interface TokenStore {
  /** The text; null or undefined for nothing. */
  get(key: string): unknown;
  /** @param ttlMs After this long, in milliseconds, the entry may be forgotten; without it never. */
  set(key: string, value: string, ttlMs?: number): unknown;
  delete(key: string): unknown;
  /**
   * Writes an entry unless there is one already, in one step, as Redis does with `SET … NX PX`. With it, servers that get one
   * event in the same instant work on it once. Default none.
   *
   * @returns Whether the entry was written: true or false, or a promise of that.
   */
  add?(key: string, value: string, ttlMs: number): unknown;
}

const methods = ["get", "set", "delete"] as const;

/**
 * Checks what is given as a store, as far as that goes without using it.
 *
 * @throws {TypeError} naming the method that is not there.
 */
export function requireStore(store: TokenStore | undefined): void {
  if (store === undefined) return;
  const mend =
    "Wrap your client in an object with get, set and delete: the package's README has one for each of the usual clients.";
  for (const method of methods)
    if (typeof store?.[method] !== "function") throw new TypeError(`The option store has no method ${method}. ${mend}`);
  if (store.add !== undefined && typeof store.add !== "function")
    throw new TypeError("The option store has an add that is no method. Leave it out where the store has none.");
}
