import { readFileSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import { expect, it } from "vitest";
import { at } from "../../alias.ts";
import { readDocument } from "./read-document.ts";
import { readText } from "./repository-files.ts";

const pictureFiles = (folder: string): string[] =>
  readdirSync(at(folder))
    .filter((name) => name.endsWith(".png"))
    .map((name) => `${folder}/${name}`);

it.each([
  ["README.md", 130],
  ["SECURITY.md", 60],
])("%s has at most %i lines", (name, most) => {
  expect(readText(name).trimEnd().split("\n").length).toBeLessThanOrEqual(most);
});

it("the README shows each picture there is, light and dark, of at most 60 kB", () => {
  const pictures = readDocument("README.md").targets.filter((target) => target.startsWith("docs/pictures/"));

  expect(pictures.toSorted()).toEqual(pictureFiles("docs/pictures"));
  expect(pictures).toHaveLength(2);
  for (const picture of pictures) {
    const bytes = readFileSync(at(picture));
    expect(bytes.toString("latin1", 1, 4)).toBe("PNG");
    expect(bytes.length).toBeLessThanOrEqual(60_000);
  }
});

it("the pages on editors show each picture there is, of at most 100 kB", () => {
  const pages = ["docs/editors.md", ...readdirSync(at("docs/editors")).map((name) => `docs/editors/${name}`)];
  const shown = pages.flatMap((page) =>
    readDocument(page)
      .targets.filter((target) => target.endsWith(".png"))
      .map((target) => posix.join(posix.dirname(page), target)),
  );
  const pictures = pictureFiles("docs/pictures/editors");

  expect([...new Set(shown)].toSorted()).toEqual(pictures);
  for (const picture of pictures) expect(readFileSync(at(picture)).length).toBeLessThanOrEqual(100_000);
});

it("the README names every package and every document of docs", () => {
  const { targets } = readDocument("README.md");
  const documents = readdirSync(at("docs")).filter((name) => name.endsWith(".md"));

  expect(targets).toEqual(expect.arrayContaining(readdirSync(at("packages")).map((name) => `packages/${name}`)));
  expect(targets).toEqual(expect.arrayContaining(documents.map((name) => `docs/${name}`)));
});
