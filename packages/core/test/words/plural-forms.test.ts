import { afterEach, expect, it, vi } from "vitest";
import { describeState } from "../../src/words/describe-state.js";
import type { LabelOptions, Labels } from "../../src/words/labels.js";

const forms = { few: "{count} zdroje", other: "{count} zdrojů" };
const given = (manyConnections: unknown, locale?: string): LabelOptions => ({
  locale,
  labels: { manyConnections: manyConnections as Labels["manyConnections"] },
});

const describeCount = (count: number, options: LabelOptions, describe = describeState): string => {
  const currentConnections = Array.from({ length: count }, (_, index) => ({ id: String(index), name: "A" }));
  return describe({ status: "idle", currentConnections }, options);
};

afterEach(() => vi.restoreAllMocks());

it.each([
  [2, "2 zdroje"],
  [4, "4 zdroje"],
  [5, "5 zdrojů"],
  [22, "22 zdrojů"],
  [1200, "1 200 zdrojů"],
])("takes the form of %i in the locale", (count, text) => {
  expect(describeCount(count, given(forms, "cs")).replace(/\s/g, " ")).toBe(text);
});

it("takes the form of `other` where the category has none", () => {
  expect(describeCount(3, given({ other: "{count} zdrojů" }, "cs"))).toBe("3 zdrojů");
});

it("takes the categories of English without a locale", () => {
  expect(describeCount(3, given({ few: "few", other: "{count} others" }))).toBe("3 others");
});

it.each([
  [{ few: "{count} zdroje" }, 5, "cs", "5 zdroje"],
  [{ few: 7, other: "{count} zdrojů" }, 3, "cs", "3 zdrojů"],
  [{}, 3, "es", "3 fuentes conectadas"],
  [null, 3, undefined, "3 sources connected"],
  [7, 3, undefined, "3 sources connected"],
  [{ other: null }, 3, undefined, "3 sources connected"],
  [JSON.parse('{ "__proto__": { "other": "injected" } }'), 3, undefined, "3 sources connected"],
])("makes the best of %j", (wrong, count, locale, text) => {
  vi.spyOn(console, "warn").mockReturnValue();

  expect(describeCount(count, given(wrong, locale))).toBe(text);
});

it("tells the developer what is missing", async () => {
  vi.resetModules();
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  const fresh = await import("../../src/words/describe-state.js");

  for (const wrong of [{ few: "{count} zdroje" }, { few: "{count} zdroje" }, forms])
    describeCount(3, given(wrong, "cs"), fresh.describeState);

  expect(warn.mock.calls).toEqual([[expect.stringMatching(/labels\.manyConnections .*"other"/)]]);
});
