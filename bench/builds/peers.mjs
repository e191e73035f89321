// The packages beside which the kit is measured: installed when the benchmark runs, at pinned versions, and part of nothing else.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, root } from "./folders.mjs";
import { run } from "./run.mjs";

/** @type {Record<string, string>} */
export const peers = JSON.parse(readFileSync(join(root, "bench/builds/peers.json"), "utf8"));

/**
 * Installs the peers, unless the cache has them at these versions.
 *
 * @returns {string} The folder with their `node_modules`.
 */
export function installPeers() {
  const folder = cacheFolder();
  const wanted = JSON.stringify(peers);
  const mark = join(folder, "installed.json");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return folder;
  console.log(`[bench] installs ${Object.keys(peers).length} peers`);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "peers", private: true, dependencies: peers }));
  // Their own peer dependencies are the frameworks, which the workspace has.
  const flags = ["--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"];
  run("npm", ["install", ...flags], folder);
  writeFileSync(mark, wanted);
  return folder;
}
