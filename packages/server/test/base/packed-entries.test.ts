import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../src/index.js";
import { findPacked, mostKindLetters, pack, type PackedEntry, toFlat, unpack } from "../../src/base/packed-entries.js";
import { createClock } from "../support/support.js";

const entry: fc.Arbitrary<PackedEntry> = fc.record({
  kind: fc.string({ maxLength: mostKindLetters, unit: "binary" }),
  value: fc.string({ maxLength: 300, unit: "binary" }),
  until: fc.oneof(fc.nat(4_000_000_000_000), fc.constant(Number.POSITIVE_INFINITY)),
});

describe("packed entries", () => {
  it("are what was packed, each found by its kind", () => {
    const entries = fc.uniqueArray(entry, { selector: ({ kind }) => kind, maxLength: 8 });
    fc.assert(
      fc.property(entries, (given) => {
        const packed = pack(given);
        expect(unpack(packed)).toEqual(given);
        for (const { kind, value, until } of given) expect(findPacked(packed, kind)).toEqual({ value, until });
        expect(findPacked(packed, "another kind")).toBeUndefined();
        expect(toFlat(packed)).toBe(packed);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the memory store", () => {
  it("does what a plain map of entries with an end does, whatever the keys", () => {
    const key = fc.constantFrom(
      "a",
      "a:",
      ":a",
      "a:b",
      "a:c",
      "a:b:c",
      "b",
      "",
      `a:${"k".repeat(200)}`,
      "日:🙂",
      "a\0:b",
    );
    const operation = fc.oneof(
      fc.tuple(fc.constant("set" as const), key, fc.string(), fc.option(fc.integer({ min: 1, max: 5000 }))),
      fc.tuple(fc.constant("add" as const), key, fc.string(), fc.integer({ min: 1, max: 5000 })),
      fc.tuple(fc.constant("delete" as const), key),
      fc.tuple(fc.constant("pass" as const), fc.integer({ min: 0, max: 3000 })),
    );
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
        const now = createClock(1_700_000_000_000);
        const store = createMemoryStore({ now });
        const plain = new Map<string, { value: string; until: number }>();
        const read = (name: string) => {
          const found = plain.get(name);
          return found && found.until > now() ? found.value : undefined;
        };
        for (const [name, ...given] of operations) {
          if (name === "pass") now.pass(given[0] as number);
          else if (name === "delete") {
            store.delete(given[0] as string);
            plain.delete(given[0] as string);
          } else {
            const [at, value, ttlMs] = given as [string, string, number | null];
            const isFree = read(at) === undefined;
            const until = now() + (ttlMs ?? Number.POSITIVE_INFINITY);
            if (name === "set") store.set(at, value, ttlMs ?? undefined);
            else expect(store.add(at, value, ttlMs!)).toBe(isFree);
            if (name === "set" || isFree) plain.set(at, { value, until });
          }
          for (const at of plain.keys()) expect(store.get(at)).toBe(read(at));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("is never fuller than it may be, and keeps what was written last", () => {
    const store = createMemoryStore({ maxEntries: 10, maxBytes: 3000 });
    for (let index = 0; index < 100; index++) {
      store.set(`user-${index % 30}:session`, "x".repeat(index % 50));
      store.set(`user-${index % 30}:human-id`, String(index));
      expect(store.size).toBeLessThanOrEqual(10);
      expect(store.get(`user-${index % 30}:human-id`)).toBe(String(index));
    }
  });
});
