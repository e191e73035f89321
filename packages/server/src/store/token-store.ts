/**
 * Stores tokens between calls. A `Keyv` fits unchanged; so does any object with `get`, `set` and `delete`, synchronous or not. Values
 * are strings, and `get` has to return exactly the string that was passed to `set`, or null or undefined.
 */
export interface TokenStore {
  /** @returns The string, or a promise of it; null or undefined for an unknown key. */
  get(key: string): unknown;
  /** @param ttlMs Milliseconds after which the entry may be removed; without it the entry never expires. */
  set(key: string, value: string, ttlMs?: number): unknown;
  delete(key: string): unknown;
  /**
   * Writes an entry unless the key exists, atomically, as Redis does with `SET … NX PX`. With it, servers that receive an event
   * at the same time handle it once. Default none.
   *
   * @returns Whether the entry was written: true or false, or a promise of either.
   */
  add?(key: string, value: string, ttlMs: number): unknown;
}

const methods = ["get", "set", "delete"] as const;

/**
 * Checks the methods of a store, without calling them.
 *
 * @throws {TypeError} if a method is missing; the message names it.
 */
export function requireStore(store: TokenStore | undefined): void {
  if (store === undefined) return;
  const remedy =
    "Wrap your client in an object with get, set and delete: the README of @human-connect/server shows how for common clients.";
  for (const method of methods)
    if (typeof store?.[method] !== "function")
      throw new TypeError(`The option store has no method ${method}. ${remedy}`);
  if (store.add !== undefined && typeof store.add !== "function")
    throw new TypeError("The option store has an add that is not a method. Omit it if the store has none.");
}
