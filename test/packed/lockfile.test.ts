import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workspace } from "./customer.ts";
import { readYaml } from "./read-yaml.ts";

const read = (file: string): string => readFileSync(join(workspace, file), "utf8");

interface Settings {
  allowBuilds: Record<string, boolean>;
  [name: string]: unknown;
}
describe("what we install", () => {
  const settings = readYaml(read("pnpm-workspace.yaml")) as Settings;

  it("is at least a day old, never less trusted than before, from a registry, and runs nothing on its own", () => {
    expect(settings).toMatchObject({
      strictDepBuilds: true,
      blockExoticSubdeps: true,
      trustPolicy: "no-downgrade",
      catalogMode: "strict",
    });
    expect(Number(settings["minimumReleaseAge"])).toBeGreaterThanOrEqual(1440);
    expect(Object.keys(settings).filter((name) => /Exclude$|^dangerously|IgnoreAfter$/.test(name))).toEqual([]);
  });

  it("has no build script that may run", () => {
    expect(Object.values(settings.allowBuilds).filter((value) => value !== false)).toEqual([]);
  });

  it("is locked, each package with its hash and none from git, a folder or an address", () => {
    const lock = read("pnpm-lock.yaml");
    const packages = /^packages:\n([\s\S]*?)^snapshots:/m.exec(lock)![1]!;
    const names = packages.match(/^ {2}\S.*:$/gm) ?? [];
    const hashes = packages.match(/^ {4}resolution: \{integrity: sha512-[\w+/]{86}==\}$/gm) ?? [];

    expect(names.length).toBeGreaterThan(100);
    expect(hashes).toHaveLength(names.length);
    expect(packages.match(/resolution:/g)).toHaveLength(names.length);
    expect(lock.match(/(?:specifier|version): ['"]?(?:git|https?:|ssh:|file:)\S*/g)).toBeNull();
  });
});
