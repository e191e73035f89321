/** What can be asked of a store. */
export type StoreOperation = "get" | "set" | "delete" | "add";

/** A store did something else than it was asked, and said nothing. */
export class WrongAnswerError extends Error {
  override readonly name = "WrongAnswerError";

  readonly operation: StoreOperation;
  /** What the store did, without what is in it. */
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

const more = "`await checkStore(store)` tells what else it does not keep.";

/** The answer of a store where text was expected. */
export function noText(value: unknown): WrongAnswerError {
  return new WrongAnswerError(
    "get",
    `get gave back ${describe(value)} instead of the text that set was given`,
    `Let it answer that text, or null: switch off what parses values, or take them out of their wrapper. ${more}`,
  );
}

/** @param found What was read in the place of what had just been written. */
export function notKept(found: string | undefined, ttlMs: number | undefined): WrongAnswerError {
  const life = ttlMs === undefined ? "no end" : `a life of ${ttlMs} ms`;
  const what = found === undefined ? "nothing" : "another text";
  return new WrongAnswerError(
    "set",
    `get gave back ${what} right after set wrote a text of ${life}`,
    "Check that writes arrive (a full memory, a read-only replica, errors that are not thrown), that reads do not come from a " +
      `replica that lags, and that the life is taken in milliseconds. ${more}`,
  );
}

export function notRemoved(): WrongAnswerError {
  return new WrongAnswerError(
    "delete",
    "get gave back an entry right after delete",
    `Map delete to what removes one key there, such as del or removeItem. ${more}`,
  );
}

export function notAdded(did: string): WrongAnswerError {
  return new WrongAnswerError(
    "add",
    `add ${did}`,
    "Let it write only where there is no entry, in one step, and answer true or false (Redis: SET with NX and PX), or leave add " +
      `out. ${more}`,
  );
}

/** The kind of a value, without the value. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (value instanceof Uint8Array) return "bytes";
  if (typeof value === "boolean") return String(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
