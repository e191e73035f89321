import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readButtonLabels } from "../../src/words/button-labels.js";
import { readCardLabels } from "../../src/words/card-labels.js";
import { readFallback } from "../../src/words/fallback.js";
import { readViewLabels } from "../../src/words/view-labels.js";
import { loadWidgetLabels } from "../../src/words/widget-labels.js";

const page = readFileSync(new URL("../../../../docs/words.md", import.meta.url), "utf8");
const rows = [...page.matchAll(/^\| `(\S+)` +\| +(.+?) +\| +(.+?) +\| +(.+?) +\|$/gm)].map(([, ...cells]) => cells);

it.each([
  ["en", 2],
  ["es", 3],
] as const)("docs/words.md has every word in %s, and says when it appears", async (locale, column) => {
  const words = {
    ...readButtonLabels({ locale }),
    ...readViewLabels({ locale }),
    ...readCardLabels({ locale }),
    ...(await loadWidgetLabels({ locale })),
    "(errorFailed)": readFallback({ locale }),
  };

  expect(Object.fromEntries(rows.map((cells) => [cells[0], cells[column]]))).toEqual(words);
  expect(rows).toHaveLength(Object.keys(words).length);
});

it.each(["en", "es"])("asks for nothing with a please, and blames nobody, in %s", async (locale) => {
  const words = Object.values(await loadWidgetLabels({ locale })).join(" ");

  expect(words).not.toMatch(/please|por favor|invalid|inválid|must|debe/i);
});

it.each(["connect", "connectAnother", "retry"] as const)("has the verb of %s in the infinitive in Spanish", (label) => {
  expect(readButtonLabels({ locale: "es" })[label]).toMatch(/^\S+[aei]r /);
});
