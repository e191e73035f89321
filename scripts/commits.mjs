// Fails when the subject of a commit is not `type(package): imperative` in at most 72 characters. Where there is no history, as in an archive,
// there is nothing to check. `node scripts/commits.mjs FOLDER` looks at another repository.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Commits before it are as they are: a subject cannot change when others have it. */
const since = "2026-12-01T00:00:00Z";
const mostCharacters = 72;
const shape = /^(?:build|chore|ci|docs|feat|fix|perf|refactor|revert|style|test)(?:\([\w, -]+\))?!?: \S/;

const root = process.argv[2] ?? fileURLToPath(new URL("..", import.meta.url));
const options = ["log", "--no-merges", `--since=${since}`, "--format=%h %s"];
const { status, stdout } = spawnSync("git", options, { cwd: root, encoding: "utf8" });

/** @returns {string[]} What is wrong with a commit, with what to do. */
function judge(line) {
  const [hash, ...words] = line.split(" ");
  const subject = words.join(" ");
  const length = [...subject].length;
  const remedy = "git commit --amend, or git rebase -i";
  return [
    ...(length > mostCharacters
      ? [`${hash}: ${length} characters, ${mostCharacters} are allowed. Shorten it: ${remedy}`]
      : []),
    ...(shape.test(subject) ? [] : [`${hash}: "${subject}" is not "type(package): imperative". Rewrite it: ${remedy}`]),
  ];
}

const lines = status === 0 ? stdout.split("\n").filter(Boolean) : [];
const faults = lines.flatMap(judge);
for (const fault of faults) console.error(`[commits] ${fault}`);
console.log(
  status === 0 ? `[commits] ${lines.length} since ${since}: ${faults.length} faults` : "[commits] no history is here",
);
process.exitCode = faults.length ? 1 : 0;
