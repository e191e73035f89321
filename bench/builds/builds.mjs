// The builds of the kit that are measured.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildCommit } from "./base.mjs";
import { cacheFolder, root } from "./folders.mjs";
import { packInto } from "./pack.mjs";

/**
 * `label`: "this" or "base", also its key in the results. `folder`: where imports find its packages. `hasDirect`: whether it has
 * `@human-connect/core/direct`.
 *
 * @typedef {{ label: string, folder: string, hasDirect: boolean }} Build
 *
 * @param {string} [base] An older commit to be measured beside this one.
 * @returns {Build[]}
 */
export function createBuilds(base) {
  const folder = cacheFolder("builds", "this");
  packInto(root, folder);
  const folders = { this: folder, ...(base && { base: buildCommit(base) }) };
  return Object.entries(folders).map(([label, own]) => ({ label, folder: own, hasDirect: hasDirect(own) }));
}

function hasDirect(folder) {
  const core = join(folder, "node_modules/@human-connect/core");
  const { exports } = JSON.parse(readFileSync(join(core, "package.json"), "utf8"));
  return exports["./direct"] !== undefined && existsSync(join(core, "dist/direct.js"));
}
