import { existsSync, readdirSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { at } from "../../alias.ts";
import { readDocument } from "./read-document.ts";
import { readText, repositoryFiles } from "./repository-files.ts";

/** `docs/vendor.md`, `docs/vendor.md#f3`, or `docs/vendor.md#f12, #f17`. */
const citation = /(?<![\w./-])((?:[\w.-]+\/)*[\w-]+\.md)((?:#[\w-]+)?(?:, #[\w-]+)*)/g;
/** Files that a test writes into a folder of its own. */
const notOurs = new Set(["docs/page.md", ".changeset/a.md"]);
/** Tests that name what does not exist. */
const ownTests = ["test/docs/citations.test.ts", "test/docs/links.test.ts"];

interface Citation {
  file: string;
  document: string;
  anchors: string[];
}

const cited: Citation[] = repositoryFiles
  .filter((file) => !ownTests.includes(file))
  .flatMap((file) =>
    [...readText(file).matchAll(citation)]
      .filter(([, document]) => !notOurs.has(document!))
      .map(([, document, anchors]) => ({ file, document: document!, anchors: anchors!.match(/[\w-]+/g) ?? [] })),
  );

/** The document, from the root: named from there, from the file's folder, or from its package. */
function locate({ file, document }: Citation): string | undefined {
  const bases = ["", posix.dirname(file), file.split("/").slice(0, 2).join("/")];
  return bases.map((base) => posix.join(base, document)).find((path) => existsSync(at(path)));
}

/** What is cited and not there: the document, or an anchor in it. */
function missingOf(one: Citation): string[] {
  const path = locate(one);
  if (!path) return [one.document];
  return one.anchors.filter((anchor) => !readDocument(path).anchors.has(anchor)).map((anchor) => `${path}#${anchor}`);
}

describe("what is cited", () => {
  it("is found in code, tests and documents", () => {
    const files = cited.filter(({ document }) => document === "docs/vendor.md").map(({ file }) => file);

    expect(new Set(files).size).toBeGreaterThan(70);
    expect(missingOf({ file: "README.md", document: "docs/none.md", anchors: [] })).toEqual(["docs/none.md"]);
    expect(missingOf({ file: "README.md", document: "docs/vendor.md", anchors: ["f3", "f23"] })).toEqual([
      "docs/vendor.md#f23",
    ]);
  });

  it("exists, with its anchor", () => {
    expect(cited.flatMap((one) => missingOf(one).map((missing) => `${one.file}: ${missing}`))).toEqual([]);
  });

  it("of the vendor is named with an anchor by code", () => {
    const code = cited.filter(({ file }) => /^packages\/[\w-]+\/(?:src|page|test)\//.test(file));

    expect(code.filter(({ document, anchors }) => document.endsWith("vendor.md") && !anchors.length)).toEqual([]);
  });

  it("is a decision that exists, where it is named by its number", () => {
    const numbers = readdirSync(at("docs/decisions")).map((name) => Number(name.slice(0, 4)));
    const missing = repositoryFiles.flatMap((file) =>
      [...readText(file).matchAll(/\b[Dd]ecision (\d+)\b/g)]
        .filter(([, number]) => !numbers.includes(Number(number)))
        .map(([named]) => `${file}: ${named}`),
    );

    expect(missing).toEqual([]);
  });

  it("is cited by an anchor, not by the number of a section", () => {
    const numbered = /\b[A-Z]{3,}(?:\.md)?,? §\s?\d|\.md,? §?\d/;
    const found = repositoryFiles.filter((file) => numbered.test(readText(file)));

    expect(found).toEqual([]);
  });
});

describe("docs/vendor.md", () => {
  it("has a section for each fault that docs/faults.md lists, in the same order", () => {
    const listed = [...readText("docs/faults.md").matchAll(/^\| (F\d+) /gm)].map(([, id]) => id!.toLowerCase());
    const told = [...readDocument("docs/vendor.md").anchors].filter((anchor) => /^f\d+$/.test(anchor));

    expect(listed).toHaveLength(22);
    expect(told).toEqual(listed);
  });
});
