// `pnpm bench pictures [filter]`: every state of the kit in every surrounding as one sheet, test-results/pictures/index.html, from the built
// Storybook. Prints what a designer would send back, and fails then: see pictures/judge-page.mjs. A filter is a part of a story's name; with
// `--languages` the surroundings are the languages, on a narrow phone.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { ensureBrowsers } from "./browsers.mjs";
import { compareBoxes } from "./pictures/compare-boxes.mjs";
import { openStories } from "./pictures/open-stories.mjs";
import { serveFolder } from "./pictures/serve-folder.mjs";
import { listSurroundings } from "./pictures/surroundings.mjs";
import { drawSheet } from "./pictures/draw-sheet.mjs";

/** Looks like another story, or is about what happens and not about a look. */
const leftOut =
  /--docs$|right-to-left|spanish|arabic|preparing|then-retried|--closes|connects-a-source|two-hundred|^start-here|^shared-connection--(?!two-buttons)/;
const folder = new URL("../test-results/pictures/", import.meta.url);
const filter = process.argv.slice(2).find((option) => !option.startsWith("--")) ?? "";
const surroundings = listSurroundings(process.argv.includes("--languages"));

ensureBrowsers();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const site = await serveFolder("storybook-static");
const { entries } = await (await fetch(`${site.url}index.json`)).json();
const stories = Object.keys(entries).filter((id) => !leftOut.test(id) && id.includes(filter));
/** @type {{ story: string, surrounding: string, file: string, faults: string[], box: object | undefined }[]} */
const pictures = [];

try {
  const waiting = [...surroundings];
  // Most of the time of a story is waiting.
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await takeAll(next);
  };
  await Promise.all([work(), work(), work()]);
} finally {
  await site.close();
}

pictures.sort((one, other) => stories.indexOf(one.story) - stories.indexOf(other.story));
writeFileSync(new URL("index.html", folder), drawSheet(stories, surroundings, pictures));
const { table, moved } = compareBoxes(surroundings, pictures);
if (table) console.log(`The button's box in each state:\n${table}\n`);
const faults = [
  ...pictures.flatMap(({ story, surrounding, faults: found }) =>
    found.map((fault) => `${story} · ${surrounding}: ${fault}`),
  ),
  ...moved,
];
for (const fault of faults) console.log(fault);
console.log(`[pictures] ${pictures.length} in test-results/pictures/index.html, ${faults.length} faults`);
if (faults.length) process.exitCode = 1;

async function takeAll(surrounding) {
  const startedAt = Date.now();
  const shown = await openStories(site.url, surrounding);
  // Twice as large is large enough.
  for (const story of stories.filter((each) => surrounding.textSize === 16 || !each.endsWith("--large-text"))) {
    const file = `${story}.${surrounding.name.replaceAll(" ", "-")}.png`;
    pictures.push({ story, surrounding: surrounding.name, file, ...(await shown.take(story, new URL(file, folder))) });
  }
  await shown.close();
  console.log(`[pictures] ${surrounding.name}: ${stories.length} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}
