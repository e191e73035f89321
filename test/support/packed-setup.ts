import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { packAll, type PackageName } from "../packed/pack-all.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Each package with its tarball. */
    tarballs: [PackageName, string][];
  }
}

/** Packs the built packages once for all tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "human-connect-tarballs-")));
  project.provide("tarballs", await packAll(folder));
  return () => rmSync(folder, { recursive: true, force: true });
}
