// Programs that the benchmark starts.
import { spawnSync } from "node:child_process";

const shell = process.platform === "win32";

/**
 * Runs a program to its end.
 *
 * @param {"ignore" | "inherit"} [output] Where its output goes. Errors are always printed.
 * @throws {Error} When it fails.
 */
export function run(command, args, cwd, output = "ignore") {
  check(command, args, spawnSync(command, args, { cwd, shell, stdio: ["ignore", output, "inherit"] }));
}

/** Runs a program. @returns {string} What it has printed. @throws {Error} When it fails. */
export function read(command, args, cwd) {
  const result = spawnSync(command, args, { cwd, shell, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (result.status !== 0) console.error(result.stderr || result.stdout);
  check(command, args, result);
  return result.stdout;
}

function check(command, args, { status, signal, error }) {
  if (status !== 0)
    throw new Error(`${command} ${args.join(" ")} failed (${error?.message ?? status ?? signal})`, { cause: error });
}
