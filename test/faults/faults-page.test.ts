import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { at } from "../../alias.ts";
import { faults } from "./faults.ts";

const page = readFileSync(at("docs/faults.md"), "utf8");
const rowsOf = (letters: string): string[][] =>
  (page.match(new RegExp(`^\\| [${letters}]\\d+ .*\\|$`, "gm")) ?? []).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe("the page on faults", () => {
  it("lists every fault of the suite, with the number of its checks", () => {
    const listed = rowsOf("FE").map(([id, title, , alone, kit]) => [id, title, Number(alone), Number(kit)]);

    expect(listed).toEqual(
      faults.map(({ id, title, checks }) => [id, title, checks.filter(({ raw }) => raw).length, checks.length]),
    );
  });

  it.each(rowsOf("R"))("names a test for %s, %s", (_id, _what, link, name) => {
    const [, label, file] = /^\[(.+)\]\(\.\.\/(.+)\)$/.exec(link!)!;

    expect(label).toBe(file);
    expect(readFileSync(at(file!), "utf8")).toContain(`"${name}"`);
  });
});
