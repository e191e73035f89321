// Prints the table of faults: what the vendor's client does alone and what is left of it with the kit, in each engine that
// ran. Written by test/faults/run-faults.ts; here it is only read and counted.
import { existsSync, readFileSync } from "node:fs";

const engines = ["chromium", "firefox", "webkit"];
const seen = new Map();
const forged = { sent: 0, believed: 0 };
for (const engine of engines) {
  const path = new URL(`../test-results/faults-${engine}.json`, import.meta.url);
  if (!existsSync(path)) continue;
  for (const { id, title, name, raw, kit, forgeries } of JSON.parse(readFileSync(path, "utf8"))) {
    const fault = seen.get(id) ?? seen.set(id, { title, checks: new Map() }).get(id);
    const check = fault.checks.get(name) ?? fault.checks.set(name, {}).get(name);
    check[engine] = { raw, kit: kit === "held" ? "held" : "BROKEN" };
    forged.sent += forgeries.sent;
    forged.believed += forgeries.believed;
  }
}

const cell = (finding) => (finding ? `${finding.raw.padEnd(6)}${finding.kit}` : "").padEnd(16);
console.log(`${" ".repeat(70)}${engines.map((engine) => engine.padEnd(16)).join("")}`);
console.log(`${" ".repeat(70)}${engines.map(() => "raw   kit".padEnd(16)).join("")}`);
for (const [id, { title, checks }] of seen) {
  console.log(`${id.padEnd(4)}${title}`);
  for (const [name, byEngine] of checks)
    console.log(`    ${name.padEnd(65).slice(0, 65)} ${engines.map((engine) => cell(byEngine[engine])).join("")}`);
}
const all = [...seen.values()].flatMap(({ checks }) => [...checks.values()]);
for (const engine of engines) {
  const found = all.map((check) => check[engine]).filter(Boolean);
  const count = (side, value) => found.filter((finding) => finding[side] === value).length;
  if (found.length)
    console.log(
      `${engine.padEnd(9)} ${found.length} checks: the vendor's client has the fault in ${count("raw", "there")} of ${found.length - count("raw", "–")}, the kit holds in ${count("kit", "held")} of ${found.length}`,
    );
}
// Each check of the kit ends with a look at the page: an error that nobody caught, or anything left, breaks it.
const broken = all.flatMap((check) => Object.values(check)).filter(({ kit }) => kit !== "held").length;
console.log(
  `forged messages: ${forged.sent} sent to the kit, ${forged.believed} believed; checks of the kit with an uncaught error, or with anything left on the page: ${broken}`,
);
