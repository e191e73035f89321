import fc from "fast-check";
import { hostileText } from "./hostile-text.ts";

const jsonLeaf: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -0,
    1,
    -1,
    3600,
    0.5,
    1e21,
    1e308,
    Number.MAX_SAFE_INTEGER,
    "",
    "a",
    "b",
  ),
  hostileText,
);

/** What else a structured clone can hold: values that are no JSON, some of which throw when they are made a text. */
const cloneLeaf: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  undefined,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  10n,
  new Date(Number.NaN),
  new Map([["id", "a"]]),
  new Set(["a"]),
  new Uint8Array(3),
  /x/,
  Object("a"),
  Object(1),
  new Error("a"),
  Object.create(null),
  // eslint-disable-next-line no-sparse-arrays -- a hole is what is meant
  [, "a"],
  createCycle(),
);

function createCycle(): object {
  const cycle: Record<string, unknown> = { id: "cycle" };
  return Object.assign(cycle, { location: cycle, sessionResults: cycle, connectedSources: [cycle] });
}

/** Names that mean something to the language. As own keys, the way JSON brings them. */
const oddKeys = ["__proto__", "constructor", "prototype", "toString", "valueOf", "toJSON", "then", "length", "", "0"];

/** An object whose own keys are some of these and of the odd ones; of a key that comes twice the last value counts. */
export function objectOf<T>(keys: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  const key = fc.oneof(
    { arbitrary: fc.constantFrom(...keys), weight: 8 },
    { arbitrary: fc.constantFrom(...oddKeys), weight: 1 },
  );
  return fc.array(fc.tuple(key, value), { maxLength: 7, size: "max" }).map((entries) => Object.fromEntries(entries));
}

/** JSON as `JSON.parse` could give it, out of objects with these keys, four levels deep. */
export const hostileJson = (...keys: readonly string[]): fc.Arbitrary<unknown> => treeOf(jsonLeaf, keys);

/** The same with what a structured clone can hold beside JSON. */
export const hostileClone = (...keys: readonly string[]): fc.Arbitrary<unknown> =>
  treeOf(fc.oneof({ arbitrary: jsonLeaf, weight: 4 }, { arbitrary: cloneLeaf, weight: 1 }), keys);

function treeOf(leaf: fc.Arbitrary<unknown>, keys: readonly string[]): fc.Arbitrary<unknown> {
  let tree = leaf;
  for (let depth = 0; depth < 3; depth += 1) {
    tree = fc.oneof(leaf, fc.array(tree, { maxLength: 4, size: "max" }), objectOf(keys, tree));
  }
  return tree;
}
