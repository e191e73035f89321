import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeDefined, mergeOptions } from "../../src/base/merge-defined.js";

describe("mergeDefined", () => {
  it.each<[over: { a?: unknown; b?: unknown } | undefined, expected: object]>([
    [undefined, { a: 1, b: 2 }],
    [{}, { a: 1, b: 2 }],
    [{ b: 3 }, { a: 1, b: 3 }],
    [
      { a: undefined, b: undefined },
      { a: 1, b: 2 },
    ],
    [
      { a: null, b: false },
      { a: null, b: false },
    ],
    [
      { a: 0, b: "" },
      { a: 0, b: "" },
    ],
  ])("puts %j over { a: 1, b: 2 }", (over, expected) => {
    expect(mergeDefined<{ a: unknown; b: unknown }>({ a: 1, b: 2 }, over)).toEqual(expected);
  });

  it("changes neither of the two", () => {
    const base = Object.freeze({ a: 1 });
    const over = Object.freeze({ a: 2 });

    expect(mergeDefined<{ readonly a: number }>(base, over)).not.toBe(base);
    expect([base, over]).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it("holds nothing that was given to neither of them", () => {
    const inherited = Object.create({ a: "inherited" }) as { a?: string };

    expect(mergeDefined({}, inherited)).not.toHaveProperty("a");
    expect(mergeDefined(inherited, {})).not.toHaveProperty("a");
    expect("toString" in mergeDefined({ a: 1 }, {})).toBe(false);
  });

  it("is what spreading would be without the values that are undefined", () => {
    const objects = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.oneof(fc.jsonValue(), fc.constant(undefined)));

    fc.assert(
      fc.property(objects, objects, (base, over) => {
        const given = Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined));

        expect(Object.entries(mergeDefined(base, over))).toStrictEqual(Object.entries({ ...base, ...given }));
      }),
    );
  });
});

describe("mergeOptions", () => {
  it.each([
    [{ getToken: 1 }, { tokenUrl: 2 }, { tokenUrl: 2 }],
    [{ tokenUrl: 1 }, { getToken: 2 }, { getToken: 2 }],
    [{ tokenUrl: 1 }, { getToken: undefined }, { tokenUrl: 1 }],
    [{ tokenUrl: 1 }, { getToken: 2, tokenUrl: 3 }, { getToken: 2, tokenUrl: 3 }],
  ])("lets the nearer token source replace the other one: %j, %j", (base, over, expected) => {
    expect(JSON.parse(JSON.stringify(mergeOptions<object>(base, over)))).toEqual(expected);
  });

  it.each([
    [{ a: 1, b: 2 }, { b: 3 }, { a: 1, b: 3 }],
    [{ a: 1 }, undefined, { a: 1 }],
    [undefined, { a: 1 }, { a: 1 }],
    [{ a: 1 }, { a: undefined }, { a: 1 }],
  ])("replaces labels one by one: %j, %j", (base, over, expected) => {
    expect({ ...mergeOptions<{ labels?: object }>({ labels: base! }, { labels: over! }).labels }).toEqual(expected);
  });

  it("reads no labels that the page's prototypes bring", () => {
    const inherited = Object.create({ labels: { a: "inherited" } }) as { labels?: object };

    expect(mergeOptions(inherited, { labels: { b: 1 } }).labels).toEqual({ b: 1 });
  });
});
