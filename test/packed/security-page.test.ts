import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workspace } from "./customer.ts";

const page = readFileSync(join(workspace, "SECURITY.md"), "utf8");
const [threatPart, testPart] = page.split("\n## Tests\n") as [string, string];
const rows = (text: string): string[][] =>
  (text.match(/^\| T\d+ .*\|$/gm) ?? []).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const threats = rows(threatPart);
const tests = rows(testPart).map(([id, link, name]) => {
  const [, label, file] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(link!) ?? [];
  return { id: id!, label: label!, file: file!, name: name! };
});

/** Where a file has to lie to be run by `npm test`. */
const isRun =
  /^(?:packages\/\w+\/test\/.+\.test\.tsx?|test\/(?:packed|cms|hosts|load|fuzz)\/[\w-]+\.test\.ts|test\/person\/[\w-]+\.browser\.test\.ts|test\/e2e\/[\w-]+\.spec\.ts|test\/(?:contract\/cases|faults\/faults)\/[\w-]+\.ts)$/;

/** A name counts as a whole text of the file, in any quotes. */
function isNamed(text: string, name: string): boolean {
  return [`"${name}"`, `'${name}'`, `\`${name}\``].some((quoted) => text.includes(quoted));
}

describe("SECURITY.md", () => {
  it("numbers its threats one after the other, and says of each what stops it and what remains", () => {
    expect(threats.map(([id]) => id)).toEqual(threats.map((_, index) => `T${index + 1}`));
    expect(threats.length).toBeGreaterThan(20);
    expect(threats.filter((cells) => cells.length !== 4 || cells.includes(""))).toEqual([]);
  });

  it("names a test of every threat, and none of a threat that is not there", () => {
    expect([...new Set(tests.map(({ id }) => id))]).toEqual(threats.map(([id]) => id));
  });

  it.each(tests)("$id is tested in $file: $name", ({ label, file, name }) => {
    expect(label).toBe(file);
    expect(file).toMatch(isRun);
    expect(existsSync(join(workspace, file))).toBe(true);
    const text = readFileSync(join(workspace, file), "utf8");
    expect(isNamed(text, name)).toBe(true);
    expect(text).not.toMatch(/\b(?:it|test|describe)\.(?:skip|todo|only)\b/);
  });

  it("links to what is there", () => {
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path!);

    expect(links.filter((path) => !existsSync(join(workspace, path)))).toEqual([]);
  });
});
