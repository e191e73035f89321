import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { at } from "../../alias.ts";
import { fillTables } from "../../bench/matrix/report/tables.mjs";
import { chooseRows, columns, namesIn, usersOf } from "../../bench/matrix/rows.mjs";
import { documents, readText } from "./repository-files.ts";

interface Row {
  readonly name: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
}

const results = JSON.parse(readText("docs/bench/matrix.json")) as Record<string, Row[]>;
const sections = Object.keys(columns);
const fixtures = readdirSync(at("bench/matrix/fixtures"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const marked = documents.filter((name) => readText(name).includes("<!-- matrix:"));

it.each(marked)("%s has the tables of docs/bench/matrix.json, which `pnpm bench matrix` writes", (document) => {
  expect(fillTables(readText(document), results)).toBe(readText(document));
});

it("shows each framework in the README of the package that it uses", () => {
  expect(marked).toEqual(
    expect.arrayContaining(["docs/matrix.md", ...Object.keys(usersOf).map((name) => `packages/${name}/README.md`)]),
  );
  expect(Object.values(usersOf).flat().toSorted()).toEqual(namesIn("frameworks").toSorted());
});

it.each(sections)("has a result for each row of %s, and for no other", (section) => {
  expect(namesIn(section).length).toBeGreaterThan(4);
  expect(results[section]!.map(({ name }) => name)).toEqual(namesIn(section));
});

it.each(sections)("says why for each cell of %s that is no", (section) => {
  for (const { cells, reasons } of results[section]!) {
    expect(Object.keys(cells)).toEqual(columns[section]);
    expect(Object.keys(reasons)).toEqual(Object.keys(cells).filter((column) => cells[column] === "no"));
  }
});

it.each(fixtures)("the fixture %s pins every version, and takes ours from their tarballs", (fixture) => {
  const manifest = JSON.parse(readText(`bench/matrix/fixtures/${fixture}/package.json`)) as Record<
    string,
    Record<string, string> | undefined
  >;
  const wanted = Object.entries({ ...manifest["dependencies"], ...manifest["devDependencies"] });

  expect(wanted.length).toBeGreaterThan(1);
  for (const [name, version] of wanted)
    expect([name, version]).toEqual([
      name,
      name.startsWith("@human-connect/") ? "packed" : expect.stringMatching(/^(npm:@preact\/compat@)?\d+\.\d+\.\d+$/),
    ]);
});

it("is run in part by the workflow ci.yml, which names rows that there are", () => {
  const named = /^ +row: \[(.+)\]$/m.exec(readText(".github/workflows/ci.yml"))![1]!.split(", ");

  expect(named).toEqual(expect.arrayContaining(["vite-react", "vite-vue", "next", "types", "bundlers"]));
  for (const name of named) expect([name, Object.values(chooseRows(name)).flat()]).not.toEqual([name, []]);
});

it("rejects a table of no section, and a marker that is not closed", () => {
  expect(() => fillTables("<!-- matrix:none --><!-- /matrix -->", results)).toThrow(/no section none/);
  expect(() => fillTables("<!-- matrix:users.none --><!-- /matrix -->", results)).toThrow(/no users of none/);
  expect(() => fillTables("<!-- matrix:types -->", results)).toThrow(/not closed/);
});

it("runs the rows that a name is part of, and of a fixture with several rows those alone", () => {
  const names = (wanted: string): string[] =>
    chooseRows(wanted)["frameworks"]!.flatMap(({ runs }) =>
      runs!.flatMap(({ pages }) => pages.map(({ name }) => name)),
    );

  expect(names("next")).toEqual(["next", "next-cache", "next-webpack"]);
  expect(names("next-cache")).toEqual(["next-cache"]);
  expect(Object.values(chooseRows("none")).flat()).toEqual([]);
});
