import { existsSync } from "node:fs";
import { posix } from "node:path";
import { expect, it } from "vitest";
import { at } from "../../alias.ts";
import { readDocument } from "./read-document.ts";
import { documents } from "./repository-files.ts";

/** Links of a package's README to the repository, which npm shows on a page of its own. */
const ownAddress = /^https:\/\/github\.com\/human-connect\/kit(?:\/(?:blob|tree)\/main\/([^#]*))?(#.*)?$/;

/** Path and anchor, from the root, of a link inside of the repository; `undefined` for any other. */
function resolve(document: string, target: string): { path: string; anchor: string } | undefined {
  const own = ownAddress.exec(target);
  if (own) return { path: own[1] ?? "README.md", anchor: own[2]?.slice(1) ?? "" };
  if (/^[a-z][a-z\d+.-]*:/i.test(target)) return undefined;
  const [path = "", anchor = ""] = target.split("#");
  return { path: path ? posix.join(posix.dirname(document), decodeURI(path)) : document, anchor };
}

function isBroken(document: string, target: string): boolean {
  const link = resolve(document, target);
  if (!link) return false;
  if (link.path.startsWith("..") || !existsSync(at(link.path))) return true;
  return link.anchor !== "" && !readDocument(link.path).anchors.has(link.anchor);
}

it("finds the documents, and links and anchors in them", () => {
  expect(documents).toContain("packages/core/README.md");
  expect(readDocument("README.md").targets).toContain("ARCHITECTURE.md");
  expect(readDocument("docs/vendor.md").anchors).toContain("f18a");
});

it.each(["docs/none.md", "#none", "docs/vendor.md#none", "../outside.md", "https://github.com/human-connect/kit#none"])(
  "takes %s in the README for broken",
  (target) => expect(isBroken("README.md", target)).toBe(true),
);

it.each(documents)("%s links to files and anchors that exist", (document) => {
  expect(readDocument(document).targets.filter((target) => isBroken(document, target))).toEqual([]);
});
