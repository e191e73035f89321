// `node scripts/numbers.mjs --write`: takes the figures of docs/bench/results.json over into the documents and the charts. Without `--write`
// it fails when one of them differs; test/docs holds the same.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { drawCharts } from "../bench/report/charts.mjs";
import { fillNumbers } from "./numbers/fill.mjs";

const root = new URL("../", import.meta.url);
const read = (name) => readFileSync(new URL(name, root), "utf8");
const results = JSON.parse(read("docs/bench/results.json"));
const isWriting = process.argv.includes("--write");

const inFolder = (folder) => readdirSync(new URL(folder, root)).map((name) => `${folder}${name}`);
const packages = readdirSync(new URL("packages", root)).map((name) => `packages/${name}/README.md`);
const documents = [...inFolder("./"), ...inFolder("docs/"), ...packages].filter((name) => name.endsWith(".md"));

function put(name, before, after) {
  if (before === after) return;
  if (isWriting) writeFileSync(new URL(name, root), after);
  else process.exitCode = 1;
  console.log(`[numbers] ${name} ${isWriting ? "is written" : "differs: run `node scripts/numbers.mjs --write`"}`);
}

for (const name of documents) put(name, read(name), fillNumbers(read(name), results));
for (const [file, svg] of Object.entries(drawCharts(results))) {
  const name = `docs/bench/${file}`;
  let before;
  try {
    before = read(name);
  } catch {
    // The first time there is none.
  }
  put(name, before, svg);
}
