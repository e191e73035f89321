import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const page = readFileSync(join(root, "docs/testing.md"), "utf8");

/** Code blocks that name the file that they are, by its path. */
const shown = new Map(
  [...page.matchAll(/^`(test\/recipes\/[^`]+)`\n\n```\w+\n(.*?)^```$/gms)].map(([, file, code]) => [file!, code!]),
);

/** Files that a reader needs; a manifest only says what to install. */
const recipes = readdirSync(join(root, "test/recipes"), { recursive: true, encoding: "utf8" })
  .map((file) => `test/recipes/${file.replaceAll("\\", "/")}`)
  .filter((file) => /\.\w+$/.test(file) && !/node_modules|package\.json$/.test(file));

it.each([...shown])("the page on testing shows %s as it is", (file, code) => {
  expect(existsSync(join(root, file)) && readFileSync(join(root, file), "utf8")).toBe(code);
});

it("the page on testing shows every file of the recipes", () => {
  expect([...shown.keys()].toSorted()).toEqual(recipes.toSorted());
  expect(recipes.length).toBeGreaterThanOrEqual(7);
});

it("the page on testing has a row for each run of the matrix", async () => {
  const file = pathToFileURL(join(root, "test/runners/projects.mjs")).href;
  const { projects } = (await import(file)) as { projects: { runs: { runner: string; dom: string }[] }[] };
  const [, table = ""] = page.split("## Runners and simulated pages");
  const rows = [...table.matchAll(/^\| ([\w:.]+ ?[\d.]*) +\| (\S+ [\d.]+) +\|/gm)].map(([, ...names]) =>
    names.map((name) => name.trim()),
  );

  expect(rows).toEqual(projects.flatMap(({ runs }) => runs.map(({ runner, dom }) => [runner, dom])));
});
