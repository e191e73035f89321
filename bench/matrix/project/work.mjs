// Where the matrix installs: a folder of the system's own for temporary files, outside of the workspace, whose packages it must not find.
import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPnpm } from "../../builds/pack.mjs";
import { root } from "../../builds/folders.mjs";
import { read } from "../../builds/run.mjs";

const names = ["core", "react", "vue", "element", "server", "sandbox"];

/** @returns {string} A new folder, without symbolic links in its path. */
export function createWork() {
  return realpathSync(mkdtempSync(join(tmpdir(), "human-connect-matrix-")));
}

/**
 * Packs the built packages as they are published.
 *
 * @param {string} work
 * @returns {Record<string, string>} The tarball of each package, by its name on npm.
 */
export function packAll(work) {
  const [command, ...before] = findPnpm(root);
  const filters = names.map((name) => `--filter=./packages/${name}`);
  const stdout = read(
    command,
    [...before, "--recursive", ...filters, "pack", "--json", "--pack-destination", work],
    root,
  );
  const packed = JSON.parse(stdout.slice(stdout.indexOf("[")));
  return Object.fromEntries(packed.map(({ name, filename }) => [name, filename]));
}
