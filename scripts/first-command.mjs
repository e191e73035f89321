// The first command, `npm start`, installs what the demo needs and not what the tests need.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { runProgramIn } from "./run-program.mjs";

const root = new URL("../", import.meta.url);

/** Name of the demo's package in the workspace. */
const demo = "@human-connect/demo";

/** The demo and the packages of the workspace that it depends on, each without what it declares for its development. */
export const selection = ["--filter", `${demo}...`, "--prod", "install", "--frozen-lockfile"];

/** pnpm would install everything before it runs a script: `verifyDepsBeforeRun` in pnpm-workspace.yaml. */
const asItIs = { pnpm_config_verify_deps_before_run: "false" };

/**
 * Runs the pinned pnpm in the root.
 *
 * @param {string[]} args
 * @param {Record<string, string>} env Beside the environment of this process.
 * @returns {number} Its exit code.
 */
export function pnpm(args, env = {}) {
  const { packageManager } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  const { status } = spawnSync("npm", ["exec", "--yes", "--", packageManager, ...args], {
    stdio: "inherit",
    cwd: root,
    env: { ...process.env, ...env },
    shell: process.platform === "win32",
  });
  return status ?? 1;
}

/** Whether the root has what the tests need: `--prod` leaves it out, and would remove it. */
const hasEverything = () => existsSync(new URL("node_modules/vitest", root));

/**
 * Installs what is missing and starts the demo, with Node 24 on Linux. Where everything is installed, everything stays.
 *
 * @param {string[]} args Of the demo.
 * @returns {number} The exit code.
 */
export function installAndStart(args) {
  if (hasEverything()) return pnpm(["run", "start", ...args]);
  return pnpm(selection) || pnpm(["--filter", demo, "run", "start", ...args], asItIs);
}

/**
 * Installs everything where only the demo's part is: pnpm takes that for complete.
 *
 * @returns {number} The exit code.
 */
export function installEverything() {
  return hasEverything() ? 0 : pnpm(["install"]);
}

/**
 * Installs a workspace of its own, which the commands above leave out.
 *
 * @param {string} folder Relative to the root, with a slash at the end.
 * @throws {Error} When it cannot be installed.
 */
export function installIn(folder) {
  const { packageManager } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  runProgramIn(folder, "npm", "exec", "--yes", "--", packageManager, "install", "--frozen-lockfile");
}
