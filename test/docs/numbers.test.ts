import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { at } from "../../alias.ts";
import { drawCharts } from "../../bench/report/charts.mjs";
import { fillNumbers } from "../../scripts/numbers/fill.mjs";
import { documents, readText } from "./repository-files.ts";

const results = JSON.parse(readText("docs/bench/results.json")) as object;
const marked = documents.filter((name) => readText(name).includes("<!-- bench:"));

it("finds figures of the benchmark in the README and in docs/performance.md", () => {
  expect(marked).toEqual(expect.arrayContaining(["README.md", "docs/performance.md"]));
});

it.each(marked)("%s has the figures of docs/bench/results.json: `node scripts/numbers.mjs --write`", (document) => {
  expect(readText(document)).toBe(fillNumbers(readText(document), results));
});

it("has the charts of docs/bench/results.json: `node scripts/numbers.mjs --write`", () => {
  for (const [name, svg] of Object.entries(drawCharts(results))) {
    expect(existsSync(at(`docs/bench/${name}`))).toBe(true);
    expect(readText(`docs/bench/${name}`)).toBe(svg);
  }
});

it("replaces a figure that is older than the results", () => {
  const marker = "bench:bytes.kit.this.react.eager bytes";

  expect(
    fillNumbers(`<!-- ${marker} -->12<!-- /bench -->`, {
      about: {},
      bytes: { peers: {}, floor: 0, vendor: 0, kit: { this: { react: { eager: 1234 } } } },
    }),
  ).toBe(`<!-- ${marker} -->1,234<!-- /bench -->`);
});

it.each([
  ["a figure that there is none of", "<!-- bench:bytes.kit.this.none bytes -->1<!-- /bench -->", /no figure/],
  ["a block that there is none of", "<!-- bench:none -->1<!-- /bench -->", /no block none/],
  ["a marker that is not closed", "<!-- bench:rows -->1", /not closed/],
])("rejects %s", (_, text, message) => {
  expect(() => fillNumbers(text, results)).toThrow(message);
});
