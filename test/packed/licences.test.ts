import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createCustomer, packageNames, workspace, type Customer } from "./customer.ts";

const script = fileURLToPath(new URL("../../scripts/licences.mjs", import.meta.url));

/** Judges packages, by default ours. @returns What the check says, with its exit code. */
function judge(...args: string[]): Promise<{ exitCode: number; said: string }> {
  return promisify(execFile)(process.execPath, [script, ...args]).then(
    ({ stdout }) => ({ exitCode: 0, said: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      exitCode: error.code,
      said: error.stdout + error.stderr,
    }),
  );
}

/** @returns The folder of a package whose files are these, until the test has ended. */
function createPackage(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), "licences-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

const own = { name: "own", license: "MIT", dependencies: { one: "1" } };
const one = { name: "one", version: "1.0.0", license: "MIT", dependencies: { two: "1" } };
const mit = "The MIT License (MIT)\n\nPermission is hereby granted, free of charge, to any person obtaining a copy";

it("what our packages bring along is under licences of the list, and the vendor's by its file", async () => {
  const { exitCode, said } = await judge();

  expect(said).toContain(": 0 faults");
  expect(said).toMatch(/^jose \S+ +MIT +server$/m);
  expect(said).toMatch(/^humanapi-connect-client \S+ +MIT +core/m);
  expect(said).toContain("humanapi-connect-client: the vendor wrote a LICENSE file and no field");
  expect(exitCode).toBe(0);
});

describe("a package is refused", () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      "for a dependency's dependency under another licence",
      { "node_modules/two/package.json": { name: "two", version: "2.0.0", license: "GPL-3.0-only" } },
      "two@2.0.0 is under GPL-3.0-only",
    ],
    [
      "for MPL-2.0, which is for tools alone",
      { "node_modules/two/package.json": { name: "two", version: "2.0.0", license: "MPL-2.0" } },
      "two@2.0.0 is under MPL-2.0",
    ],
    [
      "for a dependency that names no licence, though it has a file",
      { "node_modules/two/package.json": { name: "two", version: "2.0.0" }, "node_modules/two/LICENSE": mit },
      "two@2.0.0 names no licence",
    ],
    [
      "for a licence and another one that is not in the list",
      { "node_modules/two/package.json": { name: "two", version: "2.0.0", license: "(MIT AND GPL-2.0)" } },
      "two@2.0.0 is under (MIT AND GPL-2.0)",
    ],
    [
      "for one of two licences, either of which comes with another one that is not in the list",
      { "node_modules/two/package.json": { name: "two", version: "2.0.0", license: "MIT AND (GPL-2.0 OR LGPL-3.0)" } },
      "two@2.0.0 is under MIT AND (GPL-2.0 OR LGPL-3.0)",
    ],
    [
      "for words that are no licence",
      { "node_modules/two/package.json": { name: "two", version: "2.0.0", license: "SEE LICENSE IN MIT.txt" } },
      "two@2.0.0 is under SEE LICENSE IN MIT.txt",
    ],
    ["for a dependency that is not there to be read", {}, "two, which one asks for is not installed"],
    [
      "for the vendor's client when its file is gone",
      {
        "node_modules/two/package.json": {
          name: "two",
          version: "1.0.0",
          license: "MIT",
          dependencies: { "humanapi-connect-client": "2" },
        },
        "node_modules/humanapi-connect-client/package.json": { name: "humanapi-connect-client", version: "9.0.0" },
      },
      "humanapi-connect-client@9.0.0 has no LICENSE file any more",
    ],
    [
      "for code of others that is built in without its notice",
      {
        "node_modules/two/package.json": { name: "two", version: "2.0.0", license: "MIT" },
        "node_modules/two/LICENSE": mit,
        "dist/index.js.map": { sources: ["../node_modules/.store/two@2.0.0/node_modules/two/index.js"] },
      },
      "does not have the notices of what is built in",
    ],
    [
      "for code that is built in and under another licence",
      {
        "node_modules/two/package.json": { name: "two", version: "2.0.0", license: "MIT" },
        "node_modules/three/package.json": { name: "three", version: "3.0.0", license: "AGPL-3.0" },
        "node_modules/three/LICENSE": "AGPL",
        "dist/index.js.map": { sources: ["../node_modules/three/index.js"] },
      },
      "three@3.0.0 is under AGPL-3.0",
    ],
  ])("%s", async (_, files, fault) => {
    const folder = createPackage({ "package.json": own, "node_modules/one/package.json": one, ...files });

    const { exitCode, said } = await judge(folder);

    expect(said).toContain(fault);
    expect(exitCode).toBe(1);
  });
});

it.each(["MIT", "(GPL-3.0 OR Apache-2.0)", "MIT AND ISC", "0BSD", "MIT AND (GPL-3.0 OR ISC)"])(
  "a dependency under %s may come along",
  async (license) => {
    const two = { name: "two", version: "1.0.0", license };
    const folder = createPackage({
      "package.json": own,
      "node_modules/one/package.json": one,
      "node_modules/two/package.json": two,
    });

    expect((await judge(folder)).exitCode).toBe(0);
  },
);

it("an optional peer that nobody has installed is not missed", async () => {
  const peers = { peerDependencies: { six: "1" }, peerDependenciesMeta: { six: { optional: true } } };

  expect((await judge(createPackage({ "package.json": { name: "own", license: "MIT", ...peers } }))).exitCode).toBe(0);
});

it("the notices of what is built in can be written, and then nothing is wrong", async () => {
  const folder = createPackage({
    "package.json": { name: "own", license: "MIT" },
    "node_modules/two/package.json": { name: "two", version: "2.0.0", license: "MIT" },
    "node_modules/two/LICENSE": mit,
    "dist/index.js.map": { sources: ["../node_modules/two/index.js"] },
  });

  expect((await judge("--write", folder)).exitCode).toBe(0);
  expect(readFileSync(join(folder, "dist/THIRD-PARTY-LICENSES.txt"), "utf8")).toContain(mit);
});

describe("what is published", () => {
  let customer: Customer;
  beforeAll(async () => {
    customer = await createCustomer();
  });
  afterAll(() => customer?.remove());

  it.each(packageNames)("of %s says MIT and brings the text along", (name) => {
    const licence = readFileSync(join(workspace, "LICENSE"), "utf8");

    expect(JSON.parse(customer.read(name, "package.json"))).toHaveProperty("license", "MIT");
    expect(customer.read(name, "LICENSE")).toBe(licence);
  });

  it.each(packageNames)("of %s has the notice of each package that is built in", (name) => {
    const files = customer.files(name);
    const sources = files
      .filter((file) => file.endsWith(".map"))
      .flatMap((file) => (JSON.parse(customer.read(name, file)) as { sources: string[] }).sources);
    const builtIn = new Set(
      sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []),
    );
    const file = "dist/THIRD-PARTY-LICENSES.txt";
    const notices = files.includes(file) ? customer.read(name, file) : "";

    expect([...builtIn].filter((other) => !notices.includes(`${other} `))).toEqual([]);
    expect(notices === "").toBe(builtIn.size === 0);
  });
});
