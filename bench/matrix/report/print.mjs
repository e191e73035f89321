// What a run says on the terminal.
import { createTable } from "./tables.mjs";

/** One line for a row that is done. */
export function printRow({ name, cells, reasons, seconds }) {
  const marks = Object.entries(cells).map(([column, cell]) => `${column} ${cell}`);
  console.log(`[matrix] ${name}: ${marks.join(", ")}; ${seconds} s`);
  for (const [column, reason] of Object.entries(reasons)) console.log(`[matrix]   ${column}: ${reason}`);
}

/** The table of each section that was run, in Markdown as docs/matrix.md has it. */
export function printTables(all, results) {
  for (const section of new Set(results.map((row) => row.section))) console.log(`\n${createTable(section, all)}`);
}
