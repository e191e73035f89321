import { readFileSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { at } from "../../alias.ts";
import { readDocument } from "./read-document.ts";
import { readText } from "./repository-files.ts";

it.each([
  ["README.md", 130],
  ["SECURITY.md", 60],
])("%s has at most %i lines", (name, most) => {
  expect(readText(name).trimEnd().split("\n").length).toBeLessThanOrEqual(most);
});

it("the README shows each picture there is, light and dark, of at most 60 kB", () => {
  const pictures = readDocument("README.md").targets.filter((target) => target.startsWith("docs/pictures/"));

  expect(pictures.toSorted()).toEqual(readdirSync(at("docs/pictures")).map((name) => `docs/pictures/${name}`));
  expect(pictures).toHaveLength(2);
  for (const picture of pictures) {
    const bytes = readFileSync(at(picture));
    expect(bytes.toString("latin1", 1, 4)).toBe("PNG");
    expect(bytes.length).toBeLessThanOrEqual(60_000);
  }
});

it("the README names every package and every document of docs", () => {
  const { targets } = readDocument("README.md");
  const documents = readdirSync(at("docs")).filter((name) => name.endsWith(".md"));

  expect(targets).toEqual(expect.arrayContaining(readdirSync(at("packages")).map((name) => `packages/${name}`)));
  expect(targets).toEqual(expect.arrayContaining(documents.map((name) => `docs/${name}`)));
});
