// What a published package brings along: what it depends on, through all depths, and what is built into its files.
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** @typedef {{ name: string, version: string, licence: string | undefined, folder: string }} Dependency */

/**
 * Follows dependencies, optional ones and peers from a package's manifest to the end, as Node would find them.
 *
 * @param {string} folder Of the package.
 * @returns {{ found: Dependency[], missing: string[] }} Each version once. An optional one that is not installed is not missing.
 */
export function readDependencies(folder) {
  const found = new Map();
  const missing = [];
  const follow = (from) => {
    for (const { name, isOptional } of listNames(readManifest(from))) {
      const place = findInstalled(name, from);
      if (!place && !isOptional) missing.push(`${name}, which ${basename(from)} asks for`);
      if (!place || found.has(place)) continue;
      found.set(place, toDependency(place));
      follow(place);
    }
  };
  follow(realpathSync(folder));
  return { found: [...found.values()], missing };
}

/**
 * Reads from the source maps which packages of others stand inside the built files.
 *
 * @param {string} folder Of the package.
 * @returns {Dependency[]}
 */
export function readBundled(folder) {
  const dist = join(folder, "dist");
  const maps = existsSync(dist) ? readdirSync(dist, { recursive: true }).map(String) : [];
  const names = maps
    .filter((file) => file.endsWith(".map"))
    .flatMap((file) => JSON.parse(readFileSync(join(dist, file), "utf8")).sources)
    // The last one counts: before it stands the folder in which pnpm keeps the version.
    .flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source ?? "")?.[1] ?? []);
  return [...new Set(names)].flatMap((name) => {
    const place = findInstalled(name, realpathSync(folder));
    return place ? [toDependency(place)] : [{ name, version: "?", licence: undefined, folder: "" }];
  });
}

function listNames({ dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} }) {
  const isOptional = (name) => name in optionalDependencies || peerDependenciesMeta[name]?.optional === true;
  const names = [dependencies, optionalDependencies, peerDependencies].flatMap((part) => Object.keys(part));
  return [...new Set(names)].map((name) => ({ name, isOptional: isOptional(name) }));
}

function findInstalled(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, "node_modules", name);
    if (existsSync(join(place, "package.json"))) return realpathSync(place);
    if (folder === dirname(folder)) return undefined;
  }
}

function toDependency(folder) {
  const { name, version, license, licenses } = readManifest(folder);
  const licence = license?.type ?? license ?? licenses?.map(({ type }) => type).join(" OR ");
  return { name, version, licence, folder };
}

const readManifest = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
