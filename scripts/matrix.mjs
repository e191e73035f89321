// Prints the contract as a matrix, case × face × engine, from Vitest's report.
import { readFileSync } from "node:fs";

const { testResults } = JSON.parse(readFileSync(new URL("../test-results/contract.json", import.meta.url), "utf8"));
const cells = new Map();
const columns = new Set();
for (const { ancestorTitles, title, status } of testResults.flatMap(({ assertionResults }) => assertionResults)) {
  const [engine, face] = ancestorTitles.slice(-2);
  const column = `${face} ${engine}`;
  columns.add(column);
  cells.set(title, { ...cells.get(title), [column]: status === "passed" ? "✓" : status === "failed" ? "✗" : "–" });
}
const faces = [...new Set([...columns].map((column) => column.split(" ")[0]))];
const engines = [...new Set([...columns].map((column) => column.split(" ")[1]))];
const cell = Math.max(...faces.map((face) => face.length));
const width = Math.max(...[...cells.keys()].map((title) => title.length));
console.log(`\ncontract: each mark is one engine (${engines.join(", ")})`);
console.log(`${"".padEnd(width)}  ${faces.map((face) => face.padEnd(cell)).join(" ")}`);
for (const [title, row] of cells) {
  const marks = faces.map((face) =>
    engines
      .map((engine) => row[`${face} ${engine}`] ?? " ")
      .join("")
      .padEnd(cell),
  );
  console.log(`${title.padEnd(width)}  ${marks.join(" ")}`);
}
const perFace = faces.map((face) => {
  const marks = [...cells.values()].flatMap((row) => engines.flatMap((engine) => row[`${face} ${engine}`] ?? []));
  return `${face} ${marks.filter((mark) => mark === "✓").length} of ${marks.length}`;
});
console.log(`${cells.size} cases × ${engines.length} engines: ${perFace.join(" · ")}\n`);
