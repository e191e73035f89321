// What an unpacked tarball tells that is nobody's business.
import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { findLeaks } from "./secrets-shapes.mjs";

/** The sandbox tells it to everybody who starts it, and it guards nothing. */
const sandboxSecret = /["'`]sandbox-client-secret["'`]$/;

/**
 * Looks through every file of a package as it is published: scripts, declarations, maps, manifests, documents.
 *
 * @param {string} folder Of the unpacked tarball.
 * @param {readonly string[]} places Texts that tell where the machine keeps things.
 * @returns {{ files: number, maps: number, faults: string[] }}
 */
export function findPackageLeaks(folder, places) {
  const found = { files: 0, maps: 0, faults: [] };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    // What is installed beside a package is not in its tarball.
    if (!entry.isFile() || /(?:^|[/\\])node_modules(?:[/\\]|$)/.test(relative(folder, entry.parentPath))) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll("\\", "/");
    const text = readFileSync(path, "utf8");
    const faults = findLeaks(text, places)
      .filter((leak) => !sandboxSecret.test(leak.text))
      .map(({ what, line }) => `${what} in line ${line}`);
    if (name.endsWith(".map")) {
      found.maps++;
      faults.push(...findMapFaults(text));
    }
    found.files++;
    found.faults.push(...faults.map((fault) => `${name}: ${fault}`));
  }
  return found;
}

/** A map shows sources by where they stand beside it, and nowhere else. */
function findMapFaults(text) {
  const { sources, sourceRoot = "", file = "" } = JSON.parse(text);
  const named = [...sources.map((source) => source ?? ""), sourceRoot, file];
  return named.filter(isElsewhere).map((path) => `its map names ${path.slice(0, 20)}…, which is no relative path`);
}

const isElsewhere = (path) => posix.isAbsolute(path) || /^(?:[a-z][a-z\d+.-]*:|\\|~)/i.test(path);
