// Where the benchmark keeps what it installs and builds: ignored by git, and of use to the next run.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const cache = join(root, "node_modules/.cache/bench");

/**
 * The peers are installed in the cache itself, so that what lies in a folder of it finds them, and in the workspace around it the frameworks.
 *
 * @returns {string} A folder of the cache, which exists.
 */
export function cacheFolder(...path) {
  const folder = join(cache, ...path);
  mkdirSync(folder, { recursive: true });
  return folder;
}
