import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { at } from "../../alias.ts";

/** A repository with a commit of each subject, made at a time. @returns Its folder, until the test has ended. */
function createRepository(subjects: readonly string[], time = "2026-12-24T12:00:00Z"): string {
  const folder = mkdtempSync(join(tmpdir(), "commits-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const who = { NAME: "A", EMAIL: "a@example.org", DATE: time };
  const env = Object.fromEntries(
    Object.entries(who).flatMap(([key, value]) => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value],
    ]),
  );
  const git = (...args: string[]) =>
    spawnSync("git", args, { cwd: folder, env: { PATH: process.env["PATH"], HOME: folder, ...env } });
  git("init");
  for (const subject of subjects) git("commit", "--allow-empty", "-m", subject);
  return folder;
}

function check(folder: string): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [at("scripts/commits.mjs"), folder], {
    encoding: "utf8",
  });
  return { status, said: stderr + stdout };
}

const long = `fix(core): ${"a".repeat(61)}`;

it("subjects of the right form and length are in order", () => {
  const subjects = ["feat: a", "fix(core, vue): b", "refactor(core)!: c", long, `docs: ${"é".repeat(66)}`];

  expect(long).toHaveLength(72);
  expect(check(createRepository(subjects))).toEqual({
    status: 0,
    said: "[commits] 5 since 2026-12-01T00:00:00Z: 0 faults\n",
  });
});

it.each<[string, RegExp]>([
  [`${long}a`, /^\[commits\] [\da-f]+: 73 characters, 72 are allowed\. Shorten it: git commit --amend/],
  ["Fix the core", /"Fix the core" is not "type\(package\): imperative"\. Rewrite it: git commit --amend/],
  ["wip: a", /"wip: a" is not "type/],
  ["fix(core) a", /is not "type/],
])("the subject %j is refused with what to do", (subject, said) => {
  const result = check(createRepository(["feat: a", subject]));

  expect(result.status).toBe(1);
  expect(result.said).toMatch(said);
});

it("subjects from before the rule are left", () => {
  expect(check(createRepository([`${long}a`], "2026-11-24T12:00:00Z"))).toEqual({
    status: 0,
    said: "[commits] 0 since 2026-12-01T00:00:00Z: 0 faults\n",
  });
});

it("without a history there is nothing to check", () => {
  const folder = mkdtempSync(join(tmpdir(), "commits-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));

  expect(check(folder)).toEqual({ status: 0, said: "[commits] no history is here\n" });
});
