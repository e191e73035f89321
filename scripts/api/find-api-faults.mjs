// What is wrong between the API that a package has, the reports of it, and what its changesets say. Pure.
import { createHash } from "node:crypto";

/**
 * @typedef {object} PackageApi
 * @property {string} name Of the package, such as `@human-connect/core`.
 * @property {string} folder Of its reports, from the root.
 * @property {Map<string, string>} built The reports of what is built, by their files' names.
 * @property {Map<string, string>} written The reports that are committed.
 * @property {string | undefined} released Hash of the reports of the last release.
 */

/** @param {Map<string, string>} reports @returns {string} A hash that changes with any of them. */
export function hashReports(reports) {
  const hash = createHash("sha256");
  for (const [file, text] of [...reports].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    hash.update(`${file}\n${text}`);
  return hash.digest("hex");
}

/**
 * @param {PackageApi} api
 * @param {readonly { releases: readonly { name: string, type: string }[] }[]} changesets Since the last release.
 * @returns {string[]} Each with what to do.
 */
export function findApiFaults({ name, folder, built, written, released }, changesets) {
  const files = new Set([...built.keys(), ...written.keys()]);
  const stale = [...files].filter((file) => built.get(file) !== written.get(file));
  const isNamed = changesets.some(({ releases }) => releases.some((one) => one.name === name && one.type !== "none"));
  return [
    ...stale.map(
      (file) => `${folder}/${file} is not the API of ${name}${tellFirst(built, written, file)}: run \`pnpm api\``,
    ),
    ...(hashReports(built) === released || isNamed
      ? []
      : [`the API of ${name} is not the one of the last release, and no changeset names it: run \`pnpm changeset\``]),
  ];
}

/** The first line that differs. */
function tellFirst(built, written, file) {
  const [now, before] = [built, written].map((reports) => reports.get(file)?.split("\n") ?? []);
  const index = Array.from({ length: Math.max(now.length, before.length) }).findIndex(
    (_, at) => now[at] !== before[at],
  );
  const quote = (line) => (line === undefined ? "nothing" : `"${line.trim()}"`);
  return `, line ${index + 1} (${quote(before[index])} is ${quote(now[index])})`;
}
