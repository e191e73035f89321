// The packages as a customer installs them: packed by pnpm, unpacked into a `node_modules`.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, root } from "./folders.mjs";
import { read, run } from "./run.mjs";

const names = ["core", "react", "vue", "element"];

/**
 * Packs the built packages of a working tree.
 *
 * @param {string} tree Its root.
 * @param {string} folder Receives `node_modules/@human-connect/*`.
 */
export function packInto(tree, folder) {
  const modules = join(folder, "node_modules");
  rmSync(modules, { recursive: true, force: true });
  const tarballs = mkdtempSync(join(cacheFolder("tarballs"), "pack-"));
  const filters = names.map((name) => `--filter=./packages/${name}`);
  const [command, ...before] = findPnpm(tree);
  const args = ["--recursive", ...filters, "pack", "--json", "--pack-destination", tarballs];
  const stdout = read(command, [...before, ...args], tree);
  for (const { name, filename } of JSON.parse(stdout.slice(stdout.indexOf("[")))) {
    const target = join(modules, name);
    mkdirSync(target, { recursive: true });
    run("tar", ["-xzf", filename, "-C", target, "--strip-components=1"], tree);
  }
  rmSync(tarballs, { recursive: true, force: true });
  mkdirSync(join(modules, "@lit"));
  symlinkSync(
    join(root, "packages/element/node_modules/@lit/reactive-element"),
    join(modules, "@lit/reactive-element"),
  );
}

/** The pnpm that runs this program, or the one that the tree has pinned. @returns {string[]} */
export function findPnpm(tree) {
  const { npm_config_user_agent: agent, npm_execpath: path } = process.env;
  if (agent?.startsWith("pnpm/") && path) return /\.[cm]?js$/.test(path) ? [process.execPath, path] : [path];
  const { packageManager } = JSON.parse(readFileSync(join(tree, "package.json"), "utf8"));
  return ["npm", "exec", "--yes", "--", packageManager];
}
