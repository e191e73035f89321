// `pnpm bench size`: what each real use costs in a customer's bundle, built by Rolldown from the packed outputs, minified, brotli. "Eager" is what
// a page pays before the user shows intent; "all" is everything that is ever loaded. Fails when a budget is passed, and names the modules
// that grew. `--write` makes today's bytes the budgets. The peers' bytes are in docs/performance.md: `pnpm bench` measures them.
import { readFileSync, writeFileSync } from "node:fs";
import { findGrown, judgeSizes, rewriteBudgets } from "./size/judge.mjs";
import { measureSizes } from "./size/measure.mjs";
import { names } from "./size/uses.mjs";
import { weighLinks } from "./size/weigh-links.mjs";
import { fileURLToPath } from "node:url";

const files = {
  budgets: new URL("size/budgets.json", import.meta.url),
  modules: new URL("size/modules.json", import.meta.url),
};
const read = (name) => JSON.parse(readFileSync(files[name], "utf8"));
const write = (name, data) => writeFileSync(files[name], `${JSON.stringify(data, null, 2)}\n`);
const format = (value) => (value === undefined ? "" : value.toLocaleString("en"));

const [budgets, before] = [read("budgets"), read("modules")];
const measured = await measureSizes(fileURLToPath(new URL("../node_modules", import.meta.url)));
measured.sizes.links = { all: await weighLinks() };
if (process.argv.includes("--write")) {
  write("budgets", rewriteBudgets(measured.sizes, budgets));
  write("modules", measured.modules);
}
const judged = judgeSizes(measured.sizes, read("budgets"));
const row = (...cells) => console.log(cells.map((cell, at) => (at ? cell.padStart(9) : cell.padEnd(42))).join(""));
console.log("bytes (Rolldown, minified, brotli 11; framework and vendor external)");
row("", "part", "bytes", "budget", "goal");
for (const { name, part, bytes, budget, goal, isOver } of judged)
  row(names[name], part, format(bytes), format(budget), format(goal), isOver ? "OVER" : "");
if (judged.some(({ bytes, budget }) => bytes < 0.97 * budget))
  console.log("Something came down: `node scripts/size.mjs --write` makes that the budget.");
const left = Object.entries(measured.unused).filter(([, bytes]) => bytes);
row("an unused import of any package", "all", format(Math.max(...Object.values(measured.unused))), "0", "0");
for (const [name] of left) console.error(`[size] an unused import of ${name} leaves code in the bundle`);

const over = judged.filter(({ isOver }) => isOver);
for (const { name, part, bytes, budget } of over)
  console.error(
    budget === undefined
      ? `[size] ${names[name]} has no budget: run \`node scripts/size.mjs --write\``
      : `[size] ${names[name]}, ${part}: ${format(bytes - budget)} bytes over its budget of ${format(budget)}`,
  );
if (over.length)
  for (const { module, grown, bytes } of findGrown(measured.modules, before).slice(0, 20))
    console.error(`[size] ${module} grew by ${format(grown)} to ${format(bytes)} minified bytes`);
if (over.length || left.length) process.exitCode = 1;
