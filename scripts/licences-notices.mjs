// Code of others that is built into our files comes with its licence's text: MIT and BSD ask for no more, and for no less.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readBundled } from "./licences-read.mjs";

const file = "dist/THIRD-PARTY-LICENSES.txt";

/**
 * Writes the notices of what is built into a package beside it, where there is any.
 *
 * @param {string} folder Of the built package.
 */
export function writeNotices(folder) {
  const text = toNotices(readBundled(folder));
  if (text) writeFileSync(join(folder, file), text);
}

/**
 * @param {string} folder Of the built package.
 * @returns {string[]} What is wrong with its notices; nothing where nothing of others is built in.
 */
export function findNoticeFaults(folder) {
  const text = toNotices(readBundled(folder));
  const path = join(folder, file);
  if (!text || (existsSync(path) && readFileSync(path, "utf8") === text)) return [];
  return [`${file} does not have the notices of what is built in: run \`node scripts/licences.mjs --write\``];
}

function toNotices(bundled) {
  return bundled
    .filter(({ folder }) => folder !== "")
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ name, version, licence, folder }) => `${name} ${version} (${licence})\n\n${readLicence(folder)}\n`)
    .join(`\n${"-".repeat(80)}\n\n`);
}

function readLicence(folder) {
  const name = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
  if (!name) throw new Error(`${folder} is built in and has no licence file`);
  return readFileSync(join(folder, name), "utf8").trim();
}
