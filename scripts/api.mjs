// Holds the public API of each package against the reports in `api`, which are made from its built declarations, and fails when it is not
// the one of the last release and no changeset says so. `--write` writes the reports; `--released` says that they are those of a release.
// `node scripts/api.mjs FOLDER` looks at the packages of another workspace.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readChangesets } from "@changesets/read";
import { findApiFaults, hashReports } from "./api/find-api-faults.mjs";
import { readApi } from "./api/read-api.mjs";

const options = process.argv.slice(2);
const root = options.find((option) => !option.startsWith("--")) ?? fileURLToPath(new URL("..", import.meta.url));
const releasedFile = join(root, "api/released.json");
const read = (file) => JSON.parse(readFileSync(file, "utf8"));
const released = existsSync(releasedFile) ? read(releasedFile) : {};

function readWritten(folder) {
  const files = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
  return new Map(files.map((file) => [file, readFileSync(join(root, folder, file), "utf8")]));
}

const packages = readdirSync(join(root, "packages")).map((short) => {
  const place = join(root, "packages", short);
  const { name } = read(join(place, "package.json"));
  const folder = `api/${short}`;
  return { name, folder, built: readApi(place), written: readWritten(folder), released: released[name] };
});

if (options.includes("--write")) {
  for (const { folder, built } of packages) {
    rmSync(join(root, folder), { recursive: true, force: true });
    mkdirSync(join(root, folder), { recursive: true });
    for (const [file, text] of built) writeFileSync(join(root, folder, file), text);
  }
}
if (options.includes("--released")) {
  const hashes = Object.fromEntries(packages.map(({ name, built }) => [name, hashReports(built)]));
  writeFileSync(releasedFile, `${JSON.stringify(hashes, null, 2)}\n`);
}

const isWritten = options.includes("--write") || options.includes("--released");
const changesets = await readChangesets(root);
const faults = isWritten ? [] : packages.flatMap((one) => findApiFaults(one, changesets));
for (const fault of faults) console.error(`[api] ${fault}`);
const reports = packages.reduce((sum, { built }) => sum + built.size, 0);
console.log(
  `[api] ${reports} reports of ${packages.length} packages, ${changesets.length} changesets: ${faults.length} faults`,
);
process.exitCode = faults.length ? 1 : 0;
