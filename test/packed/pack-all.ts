import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const execute = promisify(execFile);
const shell = process.platform === "win32";

export const workspace = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

export const packageNames = ["core", "react", "vue", "element", "sandbox", "server"] as const;
export type PackageName = (typeof packageNames)[number];

/** Packs the built packages into a folder as `pnpm publish` would. @returns Each name with its tarball. */
export async function packAll(folder: string): Promise<[PackageName, string][]> {
  const [command, ...before] = findPnpm();
  const filters = packageNames.map((name) => `--filter=./packages/${name}`);
  const args = [...before, "--recursive", ...filters, "pack", "--json", "--pack-destination", folder];
  const { stdout } = await execute(command, args, { cwd: workspace, shell, maxBuffer: 64 * 1024 * 1024 });
  const packed = JSON.parse(stdout.slice(stdout.indexOf("["))) as { name: string; filename: string }[];
  return packed.map(({ name, filename }) => [name.replace("@human-connect/", "") as PackageName, filename]);
}

/** The pnpm that runs the workspace; without one around, as in an editor, the pinned one. */
function findPnpm(): [command: string, ...args: string[]] {
  const { npm_config_user_agent: agent, npm_execpath: path } = process.env;
  if (!agent?.startsWith("pnpm/") || !path) return ["npm", "exec", "--yes", "--", readPin()];
  return /\.[cm]?js$/.test(path) ? [process.execPath, path] : [path];
}

function readPin(): string {
  const { packageManager } = JSON.parse(readFileSync(join(workspace, "package.json"), "utf8")) as {
    packageManager: string;
  };
  return packageManager;
}
