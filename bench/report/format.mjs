// Figures as people read them. Pure.

export const formatBytes = (value) => Math.round(value).toLocaleString("en");
export const formatRatio = (value) => value.toFixed(2);

/** Three digits. */
export const formatMs = (value) => (value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3));

/** Median and quartiles. @param {import("./statistics.mjs").Summary} summary */
export const formatSummary = ({ median, q1, q3, n }, format) =>
  n > 1 ? `${format(median)} (${format(q1)}–${format(q3)})` : format(median);

/** A table with one space around cells, for Markdown. @param {string[][]} rows The first one is the head. */
export function formatTable([head, ...rows]) {
  const line = (cells) => `|${cells.map((cell) => (cell ? ` ${cell} ` : " ")).join("|")}|`;
  const rule = line(head.map((_, at) => (at ? "---:" : "---")));
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** The same for a console: aligned. */
export function formatColumns(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((cells) => cells[at].length)));
  const line = (cells) =>
    cells.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join("  ");
  return rows.map(line).join("\n");
}
