// Prints the table of faults: what the vendor's client does alone and what is left of it with the kit, in each engine that
// ran, and what of that has hurt people in comparable kits. Written by test/faults/findings.ts; here it is only read and counted.
import { existsSync, readFileSync } from "node:fs";

const { FAULT, ENGINE } = process.env;
const engines = ["chromium", "firefox", "webkit", "node"].filter((engine) =>
  [undefined, "all", engine].includes(ENGINE),
);
/** Title and checks of each row, with what each engine has found; a check may stand in more than one row. */
const rows = new Map();
const checks = new Map();
const forged = { sent: 0, believed: 0 };
for (const engine of engines) {
  const path = new URL(`../test-results/faults-${engine}.json`, import.meta.url);
  if (!existsSync(path)) continue;
  const { titles, findings } = JSON.parse(readFileSync(path, "utf8"));
  for (const [id, title] of Object.entries(titles)) if (!rows.has(id)) rows.set(id, { title, checks: new Set() });
  for (const finding of findings) {
    if (FAULT && !finding.rows.includes(FAULT)) continue;
    const { rows: ids, name, raw, kit, forgeries } = finding;
    const key = `${ids[0]} ${name}`;
    const check = checks.get(key) ?? checks.set(key, { name, of: ids[0], found: {} }).get(key);
    check.found[engine] = { raw, kit: kit === "held" ? "held" : "BROKEN" };
    for (const id of ids) rows.get(id).checks.add(check);
    forged.sent += forgeries.sent;
    forged.believed += forgeries.believed;
  }
}

const inColumns = (cell) => engines.map((engine) => cell(engine).padEnd(16)).join("");
const count = (found, side, value) => found.filter((finding) => finding[side] === value).length;
const foundIn = (engine, of) => [...of].map(({ found }) => found[engine]).filter(Boolean);
const line = (text, cell) => console.log(`${text.padEnd(69).slice(0, 69)} ${inColumns(cell)}`.trimEnd());

line("", (engine) => engine);
line("", () => "raw   kit");
for (const [id, row] of rows) {
  const own = [...row.checks].filter(({ of }) => of === id);
  if (own.length) console.log(`${id.padEnd(4)}${row.title}`);
  for (const { name, found } of own)
    line(`    ${name}`, (engine) => (found[engine] ? `${found[engine].raw.padEnd(6)}${found[engine].kit}` : ""));
}

console.log("\nWhat hurt people in comparable kits: checks in which it is there, and those in which the kit holds");
for (const [id, row] of rows) {
  if (!id.startsWith("R") || !row.checks.size) continue;
  const by = [...new Set([...row.checks].map(({ of }) => of))];
  line(`${id.padEnd(4)}${row.title}${by.join() === id ? "" : ` (${by.join(", ")})`}`, (engine) => {
    const found = foundIn(engine, row.checks);
    return found.length
      ? `${`${count(found, "raw", "there")}`.padEnd(6)}${count(found, "kit", "held")} of ${found.length}`
      : "";
  });
}

console.log();
for (const engine of engines) {
  const found = foundIn(engine, checks.values());
  if (found.length)
    console.log(
      `${engine.padEnd(9)} ${found.length} checks: the vendor's client has the fault in ${count(found, "raw", "there")} of ${found.length - count(found, "raw", "–")}, the kit holds in ${count(found, "kit", "held")} of ${found.length}`,
    );
}
// Each check of the kit ends with a look at the page: an error that nobody caught, or anything left, breaks it.
const broken = [...checks.values()].flatMap(({ found }) => Object.values(found)).filter(({ kit }) => kit !== "held");
console.log(
  `forged messages: ${forged.sent} sent to the kit, ${forged.believed} believed; checks of the kit with an uncaught error, or with anything left on the page: ${broken.length}`,
);
