// The tables of docs/matrix.md, and of the packages' READMEs. Pure.
import { columns, usersOf } from "../rows.mjs";

const headings = {
  frameworks: ["set-up", "versions"],
  bundlers: ["bundler", "versions"],
  types: ["TypeScript"],
  publishing: ["package"],
};

/**
 * Fills each `<!-- matrix:SECTION -->…<!-- /matrix -->` of a document. `matrix:users.react` has the frameworks that use a package.
 *
 * @param {string} text
 * @param {object} results As docs/bench/matrix.json has them.
 * @returns {string}
 * @throws {Error} When a marker names no section, or is not closed.
 */
export function fillTables(text, results) {
  const filled = text.replaceAll(/<!-- matrix:([\w.]+) -->[^]*?<!-- \/matrix -->/g, (_, name) => {
    const [section, user] = name.split(".");
    const table = () => (user ? createUsersTable(user, results) : createTable(section, results));
    const content = name === "minutes" ? String(results.about.minutes) : `\n\n${table()}\n\n`;
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
  return [toMarkdown(lines), ...(faults.length ? ["", ...faults] : [])].join("\n");
}

/** What a README shows of a row: not how long it took, nor that it was installed. */
const shownColumns = columns.frameworks.filter((column) => column !== "install");

/** @returns {string} The frameworks that use a package. */
function createUsersTable(user, results) {
  if (!(user in usersOf)) throw new Error(`The matrix has no users of ${user}`);
  const rows = results.frameworks.filter(({ name }) => usersOf[user].includes(name));
  const head = [...headings.frameworks, ...shownColumns];
  const lines = [
    head,
    head.map(() => "---"),
    ...rows.map((row) => [...readTitle(row), ...shownColumns.map((column) => row.cells[column])]),
  ];
  return toMarkdown(lines);
}

const toMarkdown = (lines) =>
  ["<!-- prettier-ignore -->", ...lines.map((cells) => `| ${cells.join(" | ")} |`)].join("\n");

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

function readTitle({ title, versions }) {
  const named = Object.entries(versions ?? {}).map(([name, version]) => `${name} ${version}`);
  return [title, named.join(", ") || "–"];
}

function readCells(section, row) {
  const { cells, seconds } = row;
  return [
    ...readTitle(row).slice(0, headings[section].length),
    ...columns[section].map((column) => cells[column]),
    seconds,
  ];
}
