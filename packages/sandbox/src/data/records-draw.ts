/** A seeded pseudo-random generator: the same numbers for the same seed. */
export interface Draw {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** A number from `least` to `most` with `digits` digits after the point. */
  decimal(least: number, most: number, digits: number): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** 24 lower-case hexadecimal digits, as the vendor's ids are. */
  id(): string;
}

/** @param seed Any text; another text gives other numbers. */
export function createDraw(seed: string): Draw {
  const next = mulberry32(fnv1a(seed));
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    whole,
    decimal: (least, most, digits) => Number((least + next() * (most - least)).toFixed(digits)),
    pick: (items) => items[whole(0, items.length - 1)] ?? items[0],
    id: () => Array.from({ length: 24 }, () => whole(0, 15).toString(16)).join(""),
  };
}

/** @see http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** A generator with 32 bits of state, enough for test data. @returns 0 to below 1. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
