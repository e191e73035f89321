// An older build: the commit is checked out into a temporary folder, installed, built and packed there.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheFolder, root } from "./folders.mjs";
import { packInto } from "./pack.mjs";
import { read, run } from "./run.mjs";

/**
 * Builds a commit once; a later run finds it in the cache.
 *
 * @param {string} commit Anything that names one in git.
 * @returns {string} The folder with its `node_modules`.
 * @throws {Error} When the commit is unknown or does not build.
 */
export function buildCommit(commit) {
  const hash = findCommit(commit);
  const folder = cacheFolder("builds", hash);
  const mark = join(folder, "built");
  if (existsSync(mark)) return folder;
  const place = mkdtempSync(join(tmpdir(), "bench-base-"));
  const tree = join(place, "tree");
  console.log(`[bench] builds ${commit} once, in a temporary folder`);
  try {
    run("git", ["worktree", "add", "--detach", "--force", tree, hash], root);
    run("npm", ["run", "build"], tree);
    packInto(tree, folder);
    writeFileSync(mark, hash);
  } finally {
    rmSync(place, { recursive: true, force: true });
    run("git", ["worktree", "prune"], root);
  }
  return folder;
}

function findCommit(commit) {
  try {
    return read("git", ["rev-parse", "--verify", "--end-of-options", `${commit}^{commit}`], root).trim();
  } catch (cause) {
    throw new Error(`--base ${commit}: there is no such commit here. Fetch it, or name another one`, { cause });
  }
}
