// `pnpm bench matrix`: the packed packages in every framework, bundler and TypeScript that bench/matrix/rows.mjs names, as a user installs
// them. Prints the tables, and writes docs/bench/matrix.json and what documents show of it. `--only next` runs the rows whose name contains it.
import { rmSync } from "node:fs";
import { chromium } from "playwright";
import { createSandbox } from "../../packages/sandbox/dist/index.js";
import { chromiumOptions } from "../../scripts/browsers.mjs";
import { createWork, packAll } from "./project/work.mjs";
import { printRow, printTables } from "./report/print.mjs";
import { readResults, writeResults } from "./report/results.mjs";
import { chooseRows } from "./rows.mjs";
import { runBundler } from "./sections/bundlers.mjs";
import { runFramework } from "./sections/frameworks.mjs";
import { runPublishing } from "./sections/publishing.mjs";
import { runTypes } from "./sections/types.mjs";

const runners = { frameworks: runFramework, bundlers: runBundler, types: runTypes, publishing: runPublishing };

const [option, wanted = ""] = process.argv.slice(2);
if (option && (option !== "--only" || !wanted)) throw new Error(`Unknown option ${option}: there is --only NAME.`);
const chosen = chooseRows(wanted);
const count = Object.values(chosen).flat().length;
if (!count) throw new Error(`No row is called ${wanted}: see bench/matrix/rows.mjs.`);

const startedAt = Date.now();
const minutes = () => ((Date.now() - startedAt) / 60_000).toFixed(1);
const work = createWork();
process.on("exit", () => rmSync(work, { recursive: true, force: true }));
const sandbox = await createSandbox({ pace: 0.1 });
const browser = await chromium.launch(chromiumOptions());
const results = [];
try {
  const tarballs = packAll(work);
  for (const [section, rows] of Object.entries(chosen))
    for (const row of rows)
      for (const result of await runners[section](row, { work, tarballs, sandbox, browser })) {
        results.push({ section, ...result });
        printRow(result);
        // What is done counts, also where the run is ended.
        writeResults(readResults(), results.slice(-1));
      }
} finally {
  await browser.close();
  await sandbox.close();
}
printTables(readResults(), results);
const cells = results.flatMap((row) => Object.values(row.cells)).filter((cell) => cell !== "–");
const good = cells.filter((cell) => cell === "yes").length;
console.log(`\n[matrix] ${results.length} rows, ${good} of ${cells.length} cells, ${minutes()} minutes`);
process.exitCode = good === cells.length ? 0 : 1;
