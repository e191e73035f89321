import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { at } from "../../alias.ts";
import { faults, rowsOf } from "./faults.ts";
import { nodeChecks } from "./node-checks.ts";

const page = readFileSync(at("docs/faults.md"), "utf8");
const listed = (page.match(/^\| [FER]\d+ .*\|$/gm) ?? []).map((row) =>
  row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim()),
);

const shown = faults.flatMap((fault) =>
  fault.checks.map((check) => ({ by: fault.id, check, rows: rowsOf(fault, check) })),
);
const reasons = shown.flatMap(({ check }) => check.rawNever ?? []);

describe("the page on faults", () => {
  it("lists every fault of the suite, with the number of its checks", () => {
    const rows = listed.map(([id, title, , ...counts]) => [id, title, ...counts.slice(-2).map(Number)]);

    expect(rows).toEqual(
      faults.map(({ id, title }) => {
        const checks = shown.filter((one) => one.rows.includes(id));
        const inNode = id === "R12" ? nodeChecks.length : 0;
        const alone = checks.filter(({ check }) => check.raw && !check.rawNever);
        return [id, title, alone.length + inNode, checks.length + inNode];
      }),
    );
  });

  it("says which faults show what hurt people in comparable kits", () => {
    const rows = listed.filter(([id]) => id!.startsWith("R")).map(([id, , , by]) => [id, by]);

    expect(rows).toEqual(
      faults
        .filter(({ id }) => id.startsWith("R"))
        .map(({ id }) => [
          id,
          [...new Set(shown.filter(({ rows: of }) => of.includes(id)).map(({ by }) => by))].join(", "),
        ]),
    );
  });

  it.each(reasons)("says that %s", (reason) => {
    expect(page.replaceAll("\n", " ")).toContain(reason);
  });
});
