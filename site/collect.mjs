// Writes the pages of the site into `site/.pages`: the repository's documents with their links turned into those of the site, the lists
// of what is in a folder, the pictures, and the Connect page of the sandbox.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { listDocuments, root, toAddress, toSiteLink } from "./repository.mjs";
import { readTitle } from "./titles.mjs";

export const pagesFolder = join(root, "site/.pages");

/** Folders that are on the site as they are, and where. */
const assets = {
  "docs/bench": "bench",
  "docs/pictures": "pictures",
  "packages/sandbox/dist/page": "public/sandbox",
};

/** Writes everything but the reference of the API. */
export function collectPages() {
  const pages = listDocuments();
  for (const [document, page] of pages) if (document !== "README.md") writePage(page, toPage(document, pages));
  writePage("decisions/index", listDecisions(pages));
  for (const [from, to] of Object.entries(assets))
    cpSync(root + from, join(pagesFolder, to), { recursive: true, filter: (file) => !file.endsWith(".map") });
}

/** Removes what an earlier run has left. */
export function clearPages() {
  rmSync(pagesFolder, { recursive: true, force: true });
}

/** @param {string} page Path below the pages, without an ending. */
export function writePage(page, text) {
  const file = join(pagesFolder, `${page}.md`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function toPage(document, pages) {
  const text = readFileSync(root + document, "utf8");
  const page = rewriteLinks(text, (target) => toPageLink(target, document, pages));
  const source = `source: ${document}\n`;
  return page.startsWith("---\n") ? page.replace("---\n", `---\n${source}`) : `---\n${source}---\n\n${page}`;
}

/** Pictures lie beside the pages as they do beside the documents, of which one may have become the page of a folder. */
function toPageLink(target, document, pages) {
  if (!/\.(?:svg|png)$/.test(target) || !document.startsWith("docs/")) return toSiteLink(target, document, pages);
  const picture = posix.join(posix.dirname(document), target).slice("docs/".length);
  const path = posix.relative(posix.dirname(pages.get(document)), picture);
  return path.startsWith(".") ? path : `./${path}`;
}

/**
 * Replaces the addresses of links and pictures, outside of code.
 *
 * @param {string} text Markdown.
 * @param {(target: string) => string} rewrite
 */
export function rewriteLinks(text, rewrite) {
  let fence = "";
  const lines = text.split("\n").map((line) => {
    const [, mark] = /^\s*(`{3,}|~{3,})/.exec(line) ?? [];
    if (fence) {
      if (mark?.startsWith(fence)) fence = "";
      return line;
    }
    if (mark) fence = mark;
    return mark ? line : rewriteLine(line, rewrite);
  });
  return lines.join("\n");
}

const rewriteLine = (line, rewrite) =>
  line
    .split(/(`+[^`]*`+)/)
    .map((piece, index) => (index % 2 ? piece : rewritePiece(piece, rewrite)))
    .join("");

const rewritePiece = (piece, rewrite) =>
  piece
    .replace(/\]\(([^)\s]+)\)/g, (_, target) => `](${rewrite(target)})`)
    .replace(/^(\[[^\]]+\]: )(\S+)/, (_, name, target) => name + rewrite(target));

function listDecisions(pages) {
  const documents = [...pages.keys()]
    .filter((document) => document.startsWith("docs/decisions/"))
    .toSorted((one, other) => one.localeCompare(other));
  const rows = documents.map((document) => `- [${readTitle(document)}](${toAddress(pages.get(document))})`);
  return `# Decisions\n\nWhy the kit is as it is: one page for each decision, with what it costs.\n\n${rows.join("\n")}\n`;
}
