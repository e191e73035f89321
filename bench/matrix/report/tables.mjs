// The tables of docs/matrix.md. Pure.
import { columns } from "../rows.mjs";

const headings = {
  frameworks: ["set-up", "versions"],
  bundlers: ["bundler", "versions"],
  types: ["TypeScript"],
  publishing: ["package"],
};

/**
 * Fills each `<!-- matrix:SECTION -->…<!-- /matrix -->` of a document.
 *
 * @param {string} text
 * @param {object} results As docs/bench/matrix.json has them.
 * @returns {string}
 * @throws {Error} When a marker names no section, or is not closed.
 */
export function fillTables(text, results) {
  const filled = text.replaceAll(/<!-- matrix:(\w+) -->[^]*?<!-- \/matrix -->/g, (_, name) => {
    const content = name === "minutes" ? String(results.about.minutes) : `\n\n${createTable(name, results)}\n\n`;
    return `<!-- matrix:${name} -->${content}<!-- /matrix -->`;
  });
  const count = (pattern) => filled.match(pattern)?.length ?? 0;
  if (count(/<!-- matrix:/g) !== count(/<!-- \/matrix -->/g)) throw new Error("A marker of the matrix is not closed");
  return filled;
}

/** @returns {string} The rows of a section, and below them why a cell is no. */
export function createTable(section, results) {
  if (!(section in columns)) throw new Error(`The matrix has no section ${section}`);
  const rows = results[section] ?? [];
  const head = [...headings[section], ...columns[section], "s"];
  const lines = [head, head.map(() => "---"), ...rows.map((row) => readCells(section, row))];
  const faults = [...groupReasons(rows)].map(([what, titles]) => `- ${titles.join("; ")}: ${what}`);
  const table = lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return ["<!-- prettier-ignore -->", table, ...(faults.length ? ["", ...faults] : [])].join("\n");
}

/** @returns {Map<string, string[]>} The titles of the rows that have a reason in common. */
function groupReasons(rows) {
  const groups = new Map();
  for (const { title, reasons } of rows)
    for (const [column, reason] of Object.entries(reasons)) {
      const what = `${column}: \`${reason.replaceAll("`", "'")}\``;
      groups.set(what, [...(groups.get(what) ?? []), title]);
    }
  return groups;
}

function readCells(section, { title, versions, cells, seconds }) {
  const named = Object.entries(versions ?? {}).map(([name, version]) => `${name} ${version}`);
  const first = headings[section].length === 2 ? [title, named.join(", ") || "–"] : [title];
  return [...first, ...columns[section].map((column) => cells[column]), seconds];
}
