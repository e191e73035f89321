import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { findApiFaults, hashReports } from "../../scripts/api/find-api-faults.mjs";
import { readApi } from "../../scripts/api/read-api.mjs";
import { packageNames, workspace, type Manifest } from "./customer.ts";

const execute = promisify(execFile);

interface Project {
  folder: string;
  write(file: string, text: string): void;
  read(file: string): string;
}

/** A workspace of one package, until the test has ended. */
function createProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), "api-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const project: Project = {
    folder,
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    read: (file) => readFileSync(join(folder, file), "utf8"),
  };
  const exports = { ".": { types: "./dist/index.d.ts" } };
  project.write(".changeset/config.json", "{}");
  project.write("packages/one/package.json", JSON.stringify({ name: "one", version: "1.0.0", exports }));
  project.write("packages/one/dist/index.d.ts", "export declare function openIt(address: string): void;\n");
  return project;
}

/** Runs the check on a workspace. @returns What it says, with its exit code. */
function check(folder: string, ...options: string[]): Promise<{ exitCode: number; said: string }> {
  return execute(process.execPath, [join(workspace, "scripts/api.mjs"), folder, ...options]).then(
    ({ stdout }) => ({ exitCode: 0, said: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      exitCode: error.code,
      said: error.stdout + error.stderr,
    }),
  );
}

const slow = { timeout: 180_000 };

it("a changed API fails until its report is written and a changeset names the package", slow, async () => {
  const { folder, read, write } = createProject();
  expect(await check(folder, "--write", "--released")).toHaveProperty("exitCode", 0);
  expect(read("api/one/index.api.md")).toContain("export function openIt(address: string): void;");
  write("packages/one/dist/index.d.ts", "export declare function openIt(address: URL): void;\n");

  const first = await check(folder);
  await check(folder, "--write");
  const second = await check(folder);
  write(".changeset/a.md", '---\n"one": major\n---\n\nopenIt() takes a URL.\n');
  const third = await check(folder);

  expect(first.exitCode).toBe(1);
  expect(first.said).toMatch(
    /api\/one\/index\.api\.md is not the API of one, line \d+ .*: string.*: URL.*: run `pnpm api`/,
  );
  expect(first.said).toContain("no changeset names it: run `pnpm changeset`");
  expect(second.exitCode).toBe(1);
  expect(second.said).not.toContain("pnpm api`");
  expect(second.said).toContain("no changeset names it: run `pnpm changeset`");
  expect(third).toEqual({ exitCode: 0, said: "[api] 1 reports of 1 packages, 1 changesets: 0 faults\n" });
});

describe("the API of a package", () => {
  it("has what a door adds to the types of others, and what markup may write", slow, () => {
    const { folder, write } = createProject();
    write(
      "packages/one/dist/index.d.ts",
      'declare module "react" {\n    interface Added {\n        tag: string;\n    }\n}\nexport {};\n',
    );
    const attributes = [{ name: "token-url", type: { text: "string" } }];
    const elements = { modules: [{ declarations: [{ tagName: "own-button", attributes, slots: [{ name: "" }] }] }] };
    write("packages/one/custom-elements.json", JSON.stringify(elements));
    const exports = { ".": { types: "./dist/index.d.ts" } };
    const manifest = { name: "one", exports, customElements: "custom-elements.json" };
    write("packages/one/package.json", JSON.stringify(manifest));

    const api = readApi(join(folder, "packages/one"));

    expect(api.get("index.api.md")).toContain("interface Added {");
    expect(api.get("elements.api.md")).toBe(
      "# Elements\n\n## <own-button>\n\n### attributes\n\n- `token-url: string`\n\n### slots\n\n- `(default)`\n",
    );
  });

  it("has a report for each door, and none for what has no types", slow, () => {
    const { folder, write } = createProject();
    const exports = {
      ".": { types: "./dist/index.d.ts" },
      "./extra": { types: "./dist/extra.d.ts" },
      "./words/*": { types: "./dist/words/*.d.ts", default: "./dist/words/*.js" },
      "./styles.css": { types: "./styles.d.ts", default: "./styles.css" },
    };
    write("packages/one/package.json", JSON.stringify({ name: "one", exports }));
    write("packages/one/dist/extra.d.ts", "export declare const answer: 42;\n");
    for (const file of ["two.js", "one.js", "one.js.map", "one.d.ts"]) write(`packages/one/dist/words/${file}`, "");

    const api = readApi(join(folder, "packages/one"));

    expect([...api.keys()]).toEqual(["index.api.md", "extra.api.md", "words.api.md"]);
    expect(api.get("words.api.md")).toBe("# ./words/*\n\n- ./words/one\n- ./words/two\n");
    expect(api.get("extra.api.md")).toContain("export const answer: 42;");
  });

  it("cannot be read without its declarations, which are named", () => {
    const { folder } = createProject();
    rmSync(join(folder, "packages/one/dist/index.d.ts"));

    expect(() => readApi(join(folder, "packages/one"))).toThrow("dist/index.d.ts");
  });

  it("cannot be read when its declarations lead to one that is not there", slow, () => {
    const { folder, write } = createProject();
    write("packages/one/dist/index.d.ts", 'export { gone } from "./gone.js";\n');

    expect(() => readApi(join(folder, "packages/one"))).toThrow("needs ./gone.js, which is not there");
  });
});

const reports = (...texts: string[]): Map<string, string> => new Map(texts.map((text, at) => [`${at}.api.md`, text]));
const releases = (name: string, type: string) => ({ releases: [{ name, type }] });

describe("an API as it was released", () => {
  const api = { name: "one", folder: "api/one", built: reports("a", "b"), written: reports("a", "b") };
  const released = hashReports(reports("a", "b"));

  it("needs no changeset", () => {
    expect(findApiFaults({ ...api, released }, [])).toEqual([]);
  });

  it("may have one", () => {
    expect(findApiFaults({ ...api, released }, [releases("one", "patch")])).toEqual([]);
  });

  it("of a package that was never released needs one", () => {
    expect(findApiFaults({ ...api, released: undefined }, [])).toHaveLength(1);
    expect(findApiFaults({ ...api, released: undefined }, [releases("one", "minor")])).toEqual([]);
  });
});

describe("a changed API", () => {
  const released = hashReports(reports("a", "b"));
  const api = { name: "one", folder: "api/one", built: reports("a", "c"), written: reports("a", "c"), released };

  it.each(["patch", "minor", "major"])("is in order with a changeset of type %s", (type) => {
    expect(findApiFaults(api, [releases("two", "major"), releases("one", type)])).toEqual([]);
  });

  it.each<[string, ReturnType<typeof releases>[]]>([
    ["no changeset", []],
    ["a changeset of another package", [releases("two", "major")]],
    ["a changeset that releases nothing", [releases("one", "none")]],
  ])("is refused with %s", (_, changesets) => {
    expect(findApiFaults(api, changesets)).toEqual([
      "the API of one is not the one of the last release, and no changeset names it: run `pnpm changeset`",
    ]);
  });

  it.each<[string, Map<string, string>, string]>([
    ["a door that has gone", reports("a", "c", "d"), 'api/one/2.api.md is not the API of one, line 1 ("d" is nothing)'],
    ["a door that has come", reports("a"), 'api/one/1.api.md is not the API of one, line 1 (nothing is "c")'],
    ["another line", reports("a", "b"), 'api/one/1.api.md is not the API of one, line 1 ("b" is "c")'],
  ])("is refused while its reports lack %s", (_, written, fault) => {
    expect(findApiFaults({ ...api, written }, [releases("one", "minor")])).toEqual([`${fault}: run \`pnpm api\``]);
  });
});

it("a release gives all packages one version, and writes what the changesets say into the changelogs", async () => {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const copied = ["package.json", "pnpm-workspace.yaml", "pnpm-lock.yaml", ".changeset/config.json"];
  const files = packageNames.flatMap((name) => [`packages/${name}/package.json`, `packages/${name}/CHANGELOG.md`]);
  for (const file of [...copied, ...files]) cpSync(join(workspace, file), join(folder, file));
  writeFileSync(join(folder, ".changeset/a.md"), '---\n"@human-connect/vue": minor\n---\n\nA slot for the heading.\n');

  await execute(process.execPath, [join(workspace, "node_modules/@changesets/cli/bin.js"), "version"], { cwd: folder });

  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  const versions = packageNames.map((name) => (JSON.parse(read(`packages/${name}/package.json`)) as Manifest).version);
  expect(new Set(versions).size).toBe(1);
  expect(versions[0]).not.toBe((JSON.parse(readFileSync(join(workspace, files[0]!), "utf8")) as Manifest).version);
  expect(read("packages/vue/CHANGELOG.md")).toMatch(
    new RegExp(`^# Changelog\n\n## ${versions[0]}\n\n### Minor Changes\n\n- .*A slot for the heading\\.\n`),
  );
  for (const name of packageNames)
    expect(read(`packages/${name}/CHANGELOG.md`)).toMatch(new RegExp(`^# Changelog\n\n## ${versions[0]}\n`));
});
