import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { at } from "../../alias.ts";
import { findTask, UnknownTask } from "../../scripts/find-task.mjs";
import { documents, readText, repositoryFiles } from "./repository-files.ts";

const names = { tools: ["start", "build"], tests: ["check", "test:unit", "test:e2e"], benches: ["peers", "size"] };

describe("a command line", () => {
  it.each<[string[], string, string[]]>([
    [["test"], "test", []],
    [["test", "unit"], "test:unit", []],
    [["test", "e2e", "faces", "--headed"], "test:e2e", ["faces", "--headed"]],
    [["test", "check"], "check", []],
    [["check"], "check", []],
    [["bench", "size", "--write"], "size", ["--write"]],
    [["bench"], "peers", []],
    [["bench", "--quick"], "peers", ["--quick"]],
    [["start", "--port", "0"], "start", ["--port", "0"]],
  ])("%j is %s with %j", (words, task, rest) => {
    expect(findTask(words, names)).toEqual({ task, rest });
  });

  it.each<[string[], string]>([
    [["test", "units"], "pnpm test units: NAME is one of check, unit, e2e."],
    [["test", "constructor"], "pnpm test constructor: NAME is one of check, unit, e2e."],
    [["bench", "unit"], "pnpm bench unit: NAME is one of peers, size."],
    [["unit"], 'There is no command "unit", only test, bench, start, build, check.'],
    [[], 'There is no command "", only test, bench, start, build, check.'],
  ])("%j is answered with what there is", (words, message) => {
    expect(() => findTask(words, names)).toThrow(new UnknownTask(message));
  });
});

/** The names that a command answers with when it does not know one. */
function readNames(command: "test" | "bench"): string[] {
  const { status, stderr } = spawnSync(process.execPath, [at("scripts/run.mjs"), command, "nothing"], {
    encoding: "utf8",
  });
  expect(status).toBe(1);
  return /NAME is one of (.*)\.$/m.exec(stderr)![1]!.split(", ");
}

/** The first word of each row of the table under a heading `pnpm test …`. */
const readRows = (command: string): string[] => {
  const table = readText("docs/commands.md").split(`| \`pnpm ${command} …\` |`)[1]!.split("\n\n")[0]!;
  return [...table.matchAll(/^\| `(\w+)/gm)].map(([, name]) => name!);
};

describe("docs/commands.md", () => {
  it.each(["test", "bench"] as const)("has a row for each name of pnpm %s, and for nothing else", (command) => {
    expect([...new Set(readRows(command))].toSorted()).toEqual(readNames(command).toSorted());
  });
});

describe("CONTRIBUTING.md", () => {
  const { scripts } = JSON.parse(readText("package.json")) as { scripts: Record<string, string> };

  it("fits a screen", () => {
    expect(readText("CONTRIBUTING.md").trimEnd().split("\n").length).toBeLessThanOrEqual(60);
  });

  it("lists every script of the workspace, which are few", () => {
    const listed = [...readText("CONTRIBUTING.md").matchAll(/^(?:npm|pnpm) (\w+)/gm)].map(([, name]) => name!);

    expect([...new Set(listed)].toSorted()).toEqual(Object.keys(scripts).toSorted());
    expect(listed.length).toBeLessThanOrEqual(12);
  });
});

it("no document and no comment names a command that is not there", () => {
  const { scripts } = JSON.parse(readText("package.json")) as { scripts: Record<string, string> };
  const commands = { test: readNames("test"), bench: readNames("bench") };
  const isThere = (command: string, name: string | undefined): boolean =>
    command in scripts && (!(command in commands) || !name || commands[command as "test" | "bench"].includes(name));
  const ours = repositoryFiles.filter(
    (file) => documents.includes(file) || /^(?:scripts|test|stories|packages\/\w+\/(?:src|test))\//.test(file),
  );
  const named = ours
    .filter((file) => !/^(?:packages\/\w+\/README\.md|test\/docs\/commands\.test\.ts)$/.test(file))
    .flatMap((file) =>
      [...readText(file).matchAll(/`pnpm ([a-z][\w:]*)(?: ([a-z]\w*))?/g)].map(([said, command, name]) => ({
        said: `${file}: ${said}`,
        isThere: isThere(command!, name) || ["licenses", "publish", "run"].includes(command!),
      })),
    );

  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((one) => !one.isThere).map(({ said }) => said)).toEqual([]);
});
