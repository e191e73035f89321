/** The entries of one owner are packed into one string: an object and a key for each would need several times the memory. */
export interface PackedEntry {
  readonly kind: string;
  readonly value: string;
  /** Milliseconds since 1970; Infinity for what never expires. */
  readonly until: number;
}

/** The longest kind that can be packed, in UTF-16 code units. */
export const mostKindLetters = 90;

/** Base-36 digits of an expiry, beyond which an entry counts as one that never expires; digits of a value's length. */
const [endDigits, lengthDigits] = [9, 7] as const;
const headLetters = endDigits + 1 + lengthDigits;
const noEnd = "z".repeat(endDigits);

/** @returns The value and the expiry of one of the entries; undefined if it is not there. */
export function findPacked(packed: string, kind: string): Omit<PackedEntry, "kind"> | undefined {
  for (let at = 0; at < packed.length; at = endOf(packed, at)) {
    const kindEnd = at + headLetters + kindLength(packed, at);
    if (kindEnd - at - headLetters === kind.length && packed.startsWith(kind, at + headLetters))
      return { value: packed.slice(kindEnd, endOf(packed, at)), until: readEnd(packed, at) };
  }
  return undefined;
}

export function unpack(packed: string): PackedEntry[] {
  const entries: PackedEntry[] = [];
  for (let at = 0; at < packed.length; at = endOf(packed, at)) {
    const kindEnd = at + headLetters + kindLength(packed, at);
    const kind = packed.slice(at + headLetters, kindEnd);
    entries.push({ kind, value: packed.slice(kindEnd, endOf(packed, at)), until: readEnd(packed, at) });
  }
  return entries;
}

/** `join` creates a flat string. Engines keep the parts of a string made by `+`, and the whole string behind a slice. */
export const pack = (entries: readonly PackedEntry[]): string =>
  entries.flatMap(({ kind, value, until }) => [packHead(kind, value, until), kind, value]).join("");

/** A flat copy of the string. */
export const toFlat = (text: string): string => [text.slice(0, 1), text.slice(1)].join("");

function packHead(kind: string, value: string, until: number): string {
  const end = Math.max(0, Math.floor(until)).toString(36);
  const length = value.length.toString(36).padStart(lengthDigits, "0");
  const isEndless = end.length > endDigits || until === Number.POSITIVE_INFINITY;
  return (isEndless ? noEnd : end.padStart(endDigits, "0")) + String.fromCharCode(kind.length + 33) + length;
}

const kindLength = (packed: string, at: number): number => packed.charCodeAt(at + endDigits) - 33;

function endOf(packed: string, at: number): number {
  const length = Number.parseInt(packed.slice(at + endDigits + 1, at + headLetters), 36);
  return at + headLetters + kindLength(packed, at) + length;
}

function readEnd(packed: string, at: number): number {
  const end = packed.slice(at, at + endDigits);
  return end === noEnd ? Number.POSITIVE_INFINITY : Number.parseInt(end, 36);
}
