/**
 * Where tokens are kept between calls. A `Keyv` fits as it is; so does anything with these three methods, synchronous or not.
 * Values are text.
 */
export interface TokenStore {
  get(key: string): unknown;
  /** @param ttlMs After this long the entry may be forgotten; without it never. */
  set(key: string, value: string, ttlMs?: number): unknown;
  delete(key: string): unknown;
}
