// docs/bench/matrix.json, and what documents show of it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../builds/folders.mjs";
import { columns, namesIn, usersOf } from "../rows.mjs";
import { fillTables } from "./tables.mjs";

const file = join(root, "docs/bench/matrix.json");
const pages = ["docs/matrix.md", ...Object.keys(usersOf).map((name) => `packages/${name}/README.md`)].map((page) =>
  join(root, page),
);

/** @returns {object} The results of earlier runs. */
export function readResults() {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/**
 * Replaces the rows that were run, and keeps the others.
 *
 * @param {object} old
 * @param {readonly object[]} rows Each with its `section`.
 * @returns {object} What is written.
 */
export function writeResults(old, rows) {
  const sections = Object.keys(columns).map((section) => {
    const known = new Map((old[section] ?? []).map((row) => [row.name, row]));
    for (const { section: where, ...row } of rows) if (where === section) known.set(row.name, row);
    return [section, namesIn(section).flatMap((name) => known.get(name) ?? [])];
  });
  const seconds = sections.flatMap(([, all]) => all).reduce((sum, row) => sum + row.seconds, 0);
  const about = { node: process.versions.node, minutes: Math.round(seconds / 60) };
  const all = { about, ...Object.fromEntries(sections) };
  writeFileSync(file, `${JSON.stringify(all, undefined, 2)}\n`);
  for (const page of pages) writeFileSync(page, fillTables(readFileSync(page, "utf8"), all));
  return all;
}
