import { execFile } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { inject } from "vitest";
import { packageNames, workspace, type PackageName } from "./pack-all.ts";

const execute = promisify(execFile);

export { packageNames, workspace, type PackageName };

/** The project of somebody who has installed our packages: nothing in it comes from the workspace's sources. */
export interface Customer {
  /** Absolute path of the project. */
  readonly folder: string;
  /** Absolute path of an installed package of ours. */
  packageFolder(name: PackageName): string;
  /** Every file of a tarball of ours, relative to it, with slashes. */
  files(name: PackageName): string[];
  read(name: PackageName, file: string): string;
  manifest(name: PackageName): Manifest;
  /** Writes a file of the project. @returns Its absolute path. */
  write(file: string, text: string): string;
  /** Runs a program of the project with Node, and fails as it does. */
  node(...args: string[]): Promise<{ stdout: string; stderr: string }>;
  remove(): void;
}

export interface Manifest {
  name: string;
  version: string;
  bin?: Record<string, string>;
  exports: Record<string, string | { types?: string; default: string }>;
  dependencies?: Record<string, string>;
  customElements?: string;
  "web-types"?: string;
}

/**
 * Installs the packed packages without a network.
 *
 * @param others Packages of other people that the project has too.
 */
export async function createCustomer(others: readonly string[] = []): Promise<Customer> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "human-connect-customer-")));
  const modules = join(folder, "node_modules");
  const packageFolder = (name: PackageName): string => join(modules, "@human-connect", name);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "customer", private: true, type: "module" }));
  await Promise.all(inject("tarballs").map(([name, tarball]) => unpack(tarball, packageFolder(name))));
  const files = new Map(packageNames.map((name) => [name, listFiles(packageFolder(name))]));
  for (const other of others) link(other, modules);
  for (const name of packageNames) {
    const own = Object.keys(readManifest(packageFolder(name)).dependencies ?? {});
    // Where only this package finds them, so that the others cannot live on what they do not ask for.
    for (const other of own)
      if (!other.startsWith("@human-connect/")) link(other, join(packageFolder(name), "node_modules"));
  }

  const read = (name: PackageName, file: string): string => readFileSync(join(packageFolder(name), file), "utf8");
  return {
    folder,
    packageFolder,
    read,
    files: (name) => files.get(name)!,
    manifest: (name) => readManifest(packageFolder(name)),
    write(file, text) {
      const path = join(folder, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      return path;
    },
    node: (...args) =>
      execute(process.execPath, args, { cwd: folder, env: { PATH: process.env["PATH"] }, timeout: 60_000 }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .toSorted();
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

async function unpack(tarball: string, into: string): Promise<void> {
  mkdirSync(into, { recursive: true });
  await execute("tar", ["-xzf", tarball, "-C", into, "--strip-components=1"]);
}

/** Takes a package of other people from the workspace's install, with all that it depends on. */
function link(name: string, modules: string): void {
  const places = [workspace, ...packageNames.map((own) => join(workspace, "packages", own))];
  const found = places.flatMap((place) => tryRealpath(join(place, "node_modules", name)))[0];
  if (!found) throw new Error(`${name} is not installed in the workspace`);
  mkdirSync(dirname(join(modules, name)), { recursive: true });
  symlinkSync(found, join(modules, name), "junction");
}

function tryRealpath(path: string): string[] {
  try {
    return [realpathSync(path)];
  } catch {
    return [];
  }
}
