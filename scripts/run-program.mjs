// Starts programs of the workspace for the other scripts here.
import { spawnSync } from "node:child_process";

const root = new URL("../", import.meta.url);
const shell = process.platform === "win32";

/** A program has failed, and has said why itself. */
export class ProgramFailure extends Error {}

/**
 * Runs a program in the workspace's root to its end, and says how it went and how long it took.
 *
 * @throws {ProgramFailure} When it fails.
 */
export function runProgram(command, ...args) {
  runProgramIn("./", command, ...args);
}

/**
 * As {@link runProgram}, in a folder of the workspace.
 *
 * @param folder Relative to the root, with a slash at the end.
 */
export function runProgramIn(folder, command, ...args) {
  const startedAt = Date.now();
  const { status, signal } = spawnSync(command, args, { stdio: "inherit", cwd: new URL(folder, root), shell });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const ending = status === 0 ? "ok" : `failed (${status ?? signal})`;
  console.log(`[run] ${command} ${args.join(" ")}: ${ending} in ${seconds} s`);
  if (status !== 0) throw new ProgramFailure(`${command} failed`);
}
