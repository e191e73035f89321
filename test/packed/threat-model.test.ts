import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { workspace } from "./customer.ts";

const page = readFileSync(join(workspace, "docs/threat-model.md"), "utf8");
const threats = (page.match(/^\| T\d+ .*\|$/gm) ?? []).map((row) =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim()),
);

interface ThreatTest {
  /** From the root of the repository. */
  file: string;
  /** Its name, as the file has it. */
  test: string;
  engines: string[];
}

const byThreat = JSON.parse(readFileSync(join(import.meta.dirname, "threat-tests.json"), "utf8")) as Record<
  string,
  ThreatTest[]
>;
const tests = Object.entries(byThreat).flatMap(([id, list]) => list.map((one) => ({ id, ...one })));

/** Where a file has to lie to be run by `npm test`. */
const isRun =
  /^(?:packages\/\w+\/test\/.+\.test\.tsx?|test\/(?:packed|cms|hosts|load|fuzz)\/[\w-]+\.test\.ts|test\/person\/[\w-]+\.browser\.test\.ts|test\/e2e\/[\w-]+\.spec\.ts|test\/(?:contract\/cases|faults\/faults)\/[\w-]+\.ts)$/;

/** A name counts as a whole text of the file, in any quotes. */
function isNamed(text: string, name: string): boolean {
  return [`"${name}"`, `'${name}'`, `\`${name}\``].some((quoted) => text.includes(quoted));
}

/** What runs a test of this file. */
function enginesOf(file: string, text: string): string[] {
  if (/^test\/(?:contract\/cases|faults\/faults)\//.test(file) || text.includes("describe.each(engines)"))
    return ["Chromium", "Firefox", "WebKit"];
  const isPage = /\.browser\.test\.|^test\/e2e\//.test(file) || text.includes("launchChromium");
  return [isPage ? "Chromium" : "Node"];
}

describe("the threat model", () => {
  it("numbers its threats one after the other, and says of each what stops it and what remains", () => {
    expect(threats.map(([id]) => id)).toEqual(threats.map((_, index) => `T${index + 1}`));
    expect(threats.length).toBeGreaterThan(20);
    expect(threats.filter((cells) => cells.length !== 4 || cells.includes(""))).toEqual([]);
  });

  it("has a test for each threat, and none for a threat that does not exist", () => {
    expect(Object.keys(byThreat)).toEqual(threats.map(([id]) => id));
    expect(Object.values(byThreat).filter((list) => !list.length)).toEqual([]);
  });

  it("names each test of a threat once", () => {
    const names = tests.map(({ id, file, test }) => `${id} ${file} ${test}`);

    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(tests)("$id is tested in $file: $test", ({ file, test, engines }) => {
    expect(file).toMatch(isRun);
    expect(existsSync(join(workspace, file))).toBe(true);
    const text = readFileSync(join(workspace, file), "utf8");
    expect(isNamed(text, test)).toBe(true);
    expect(engines).toEqual(enginesOf(file, text));
    expect(text).not.toMatch(/\b(?:it|test|describe)\.(?:skip|todo|only)\b/);
  });

  it("is counted by SECURITY.md", () => {
    const security = readFileSync(join(workspace, "SECURITY.md"), "utf8");

    expect(security).toContain(`has the ${threats.length} threats`);
  });
});
