import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix, relative } from "node:path";
import { createInterface } from "node:readline";
import { expect, it, onTestFinished } from "vitest";
import { selection } from "../../scripts/first-command.mjs";
import { workspace } from "./customer.ts";
import { readYaml } from "./read-yaml.ts";

const mostPackages = 400;
const mostMegabytes = 400;

type Versions = Record<string, string>;
interface Lockfile {
  importers: Record<string, Record<string, Record<string, { version: string }>>>;
  snapshots: Record<string, { dependencies?: Versions; optionalDependencies?: Versions }>;
}

/** What the lockfile says is installed for a project without its development, those of every platform with it. */
function readClosure(project: string): { projects: Set<string>; packages: Set<string> } {
  const { importers, snapshots } = readYaml(readFileSync(join(workspace, "pnpm-lock.yaml"), "utf8")) as Lockfile;
  const projects = new Set<string>();
  const packages = new Set<string>();
  const addPackage = (name: string, version: string): void => {
    // An alias names the other package itself.
    const key = [`${name}@${version}`, version].find((one) => one in snapshots)!;
    if (packages.has(key)) return;
    packages.add(key);
    const { dependencies, optionalDependencies } = snapshots[key]!;
    for (const [next, at] of Object.entries({ ...dependencies, ...optionalDependencies })) addPackage(next, at);
  };
  const addProject = (folder: string): void => {
    if (projects.has(folder)) return;
    projects.add(folder);
    const { dependencies, optionalDependencies } = importers[folder]!;
    for (const [name, { version }] of Object.entries({ ...dependencies, ...optionalDependencies }))
      if (version.startsWith("link:")) addProject(posix.join(folder, version.slice("link:".length)));
      else addPackage(name, version);
  };
  addProject(project);
  // pnpm installs the root with whatever is selected.
  addProject(".");
  return { projects, packages };
}

const outputs = /(?:^|[/\\])(?:node_modules|dist|test-results|storybook-static|\.git)(?:[/\\]|$)/;

/** A fresh clone, as far as the first command reads it. @returns Its folder, until the test has ended. */
function cloneWorkspace(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "first-command-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // The tests and the examples are projects of the workspace: their manifests count, their files do not.
  const isRead = (path: string): boolean =>
    !outputs.test(path) &&
    (!/^(?:test|examples|stories|docs)[/\\].*\.\w+$/.test(path) || path.endsWith("package.json"));
  cpSync(workspace, folder, { recursive: true, filter: (source) => isRead(relative(workspace, source)) });
  return folder;
}

/** Runs `npm start` as a stranger does. @returns The address that it prints. */
async function start(folder: string): Promise<string> {
  // Nothing of the pnpm and the Vitest that run this test. CI, so that it opens no browser.
  const isTheirs = /^(?:npm_(?!config_registry)|pnpm_|VITEST|NODE_ENV|NODE_OPTIONS|INIT_CWD)/i;
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !isTheirs.test(name))),
    CI: "true",
  };
  const args = ["start", "--", "--no-open", "--port", "0"];
  const child = spawn("npm", args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const ended = once(child, "close");
  onTestFinished(async () => {
    if (child.exitCode === null) process.kill(-child.pid!, "SIGTERM");
    await ended;
  });
  const said: string[] = [];
  createInterface(child.stderr).on("line", (line) => said.push(line));
  for await (const line of createInterface(child.stdout)) {
    said.push(line);
    const address = /Demo +(http:\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error(`npm start printed no address:\n${said.join("\n")}`);
}

/** Bytes of the files below a folder; nothing behind a link, which leads to another place below it. */
function countBytes(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + countBytes(path);
    return entry.isFile() ? sum + statSync(path).size : sum;
  }, 0);
}

it("the first command asks the lockfile for few packages, of every platform together, and none of the tests", () => {
  const { projects, packages } = readClosure("demo");
  const names = [...packages].map((key) => key.slice(0, key.indexOf("@", 1)));

  expect(selection).toContain("@human-connect/demo...");
  expect(selection).toContain("--prod");
  expect([...projects].toSorted()).toEqual([
    ".",
    "demo",
    ...["core", "element", "react", "sandbox", "server", "vue"].map((name) => `packages/${name}`),
  ]);
  expect(names).toEqual(expect.arrayContaining(["vite", "react-dom", "vue", "hono", "humanapi-connect-client"]));
  expect(names.filter((name) => /vitest|playwright|storybook|jest|knip|oxlint/.test(name))).toEqual([]);
  expect(packages.size).toBeLessThanOrEqual(mostPackages);
});

it("a workflow that starts the demo installs what the first command does", () => {
  const workflow = readFileSync(join(workspace, ".github/workflows/ci.yml"), "utf8");

  expect(workflow.replaceAll('"', "")).toContain(` ${selection.join(" ")}\n`);
});

it("the first command shows the demo on a fresh clone, from few packages", { timeout: 240_000 }, async () => {
  const folder = cloneWorkspace();

  const address = await start(folder);
  const page = await (await fetch(address)).text();
  const script = await fetch(new URL("/assets/demo.js", address));
  const file = await fetch(new URL("/human-connect.js", address));

  expect(page).toContain('id="root"');
  expect([script.status, file.status]).toEqual([200, 200]);
  const installed = readdirSync(join(folder, "node_modules/.pnpm")).filter((name) => name.includes("@"));
  expect(installed.length).toBeGreaterThan(30);
  expect(installed.length).toBeLessThanOrEqual(mostPackages);
  expect(countBytes(join(folder, "node_modules")) / 1e6).toBeLessThanOrEqual(mostMegabytes);
});
