// Fails when a published package brings something along whose licence is not in the list: a dependency at any depth, a peer,
// or code that is built into its files, which also needs its notice there. `node scripts/licences.mjs --write` writes those
// notices after a build; `node scripts/licences.mjs FOLDER…` looks at these packages instead of ours.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { judge } from "./licences-judge.mjs";
import { findNoticeFaults, writeNotices } from "./licences-notices.mjs";
import { readBundled, readDependencies } from "./licences-read.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const ours = ["core", "react", "vue", "element", "server", "sandbox"].map((name) => join(root, "packages", name));
const given = process.argv.slice(2).filter((name) => name !== "--write");
const folders = given.length ? given : ours;
if (process.argv.includes("--write")) folders.forEach(writeNotices);

const faults = [];
const remarks = new Set();
const rows = new Map();
folders.forEach(look);

/** Adds what one package brings along. */
function look(folder) {
  const { found, missing } = readDependencies(folder);
  const { name, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (license !== "MIT") faults.push(`${name} does not say of itself that its licence is MIT`);
  faults.push(...[...missing.map((other) => `${other} is not installed`), ...findNoticeFaults(folder)].map(at(folder)));
  for (const dependency of found) add(dependency, folder, basename(folder));
  for (const dependency of readBundled(folder)) add(dependency, folder, `${basename(folder)} (built in)`);
}

function add(dependency, folder, user) {
  if (dependency.name.startsWith("@human-connect/")) return;
  const { licence, fault, remark } = judge(dependency);
  if (fault) faults.push(at(folder)(fault));
  if (remark) remarks.add(remark);
  const key = `${dependency.name} ${dependency.version}`;
  rows.set(key, { licence, users: [...new Set([...(rows.get(key)?.users ?? []), user])] });
}

function at(folder) {
  return (fault) => `${basename(folder)}: ${fault}`;
}

for (const [key, { licence, users }] of [...rows].toSorted(([a], [b]) => a.localeCompare(b)))
  console.log(`${key.padEnd(44)} ${licence.padEnd(14)} ${users.join(", ")}`);
const counts = Object.entries(Object.groupBy(rows.values(), ({ licence }) => licence));
for (const remark of remarks) console.log(`[licences] ${remark}`);
for (const fault of faults) console.error(`[licences] ${fault}`);
console.log(
  `[licences] ${rows.size} packages of others come along with ours (` +
    `${counts.map(([licence, all]) => `${licence} ${all.length}`).join(", ")}): ${faults.length} faults`,
);
process.exitCode = faults.length ? 1 : 0;
