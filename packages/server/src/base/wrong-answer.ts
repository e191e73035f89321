/** The operations of a store. */
export type StoreOperation = "get" | "set" | "delete" | "add";

/** A store did not do what it was asked to do, and did not report an error. */
export class WrongAnswerError extends Error {
  override readonly name = "WrongAnswerError";

  readonly operation: StoreOperation;
  /** What the store did, without the content of entries. */
  readonly did: string;
  /** What to do about it. */
  readonly remedy: string;

  constructor(operation: StoreOperation, did: string, remedy: string) {
    super(`The store's ${did}. ${remedy}`);
    this.operation = operation;
    this.did = did;
    this.remedy = remedy;
  }
}

const more = "`await checkStore(store)` reports everything that is wrong with it.";

/** For a value that is not a string. */
export function noText(value: unknown): WrongAnswerError {
  return new WrongAnswerError(
    "get",
    `get returned ${describe(value)} instead of the string that was passed to set`,
    `Return that string, or null: disable parsing of values, or unwrap them. ${more}`,
  );
}

/** @param found What `get` returned right after the write. */
export function notKept(found: string | undefined, ttlMs: number | undefined): WrongAnswerError {
  const life = ttlMs === undefined ? "without a TTL" : `with a TTL of ${ttlMs} ms`;
  const what = found === undefined ? "nothing" : "another string";
  return new WrongAnswerError(
    "set",
    `get returned ${what} right after set wrote an entry ${life}`,
    "Check that writes arrive (full memory, a read-only replica, errors that are not thrown), that reads do not come from a " +
      `lagging replica, and that the TTL is passed on in milliseconds. ${more}`,
  );
}

export function notRemoved(): WrongAnswerError {
  return new WrongAnswerError(
    "delete",
    "get returned an entry right after delete",
    `Map delete to the client's method that removes one key, such as del or removeItem. ${more}`,
  );
}

export function notAdded(did: string): WrongAnswerError {
  return new WrongAnswerError(
    "add",
    `add ${did}`,
    `Write only if the key does not exist, atomically, and return true or false (Redis: SET with NX and PX), or omit add. ${more}`,
  );
}

/** The type of a value, without the value. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (value instanceof Uint8Array) return "bytes";
  if (typeof value === "boolean") return String(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
