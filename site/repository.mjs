// Where the repository's documents are on the site, and what of the repository a page may link to.
import { existsSync, readdirSync, statSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the repository, with a slash at the end. */
export const root = fileURLToPath(new URL("../", import.meta.url));

const github = "https://github.com/human-connect/kit";

/** Packages whose README is a page, and whose declarations are a reference. */
export const packages = ["core", "react", "vue", "element", "server", "sandbox"];

/** Documents outside of `docs` that are pages, and the pages. */
const others = {
  "ARCHITECTURE.md": "architecture",
  "CONTRIBUTING.md": "contributing",
  "SECURITY.md": "security",
  // The home page says what the README says.
  "README.md": "index",
  "examples/README.md": "examples/index",
  "examples/wordpress/README.md": "examples/wordpress",
  ...Object.fromEntries(packages.map((name) => [`packages/${name}/README.md`, `packages/${name}`])),
};

/**
 * Every document that is a page of the site.
 *
 * @returns {Map<string, string>} From its path in the repository to that of its page, without an ending.
 */
export function listDocuments() {
  const pages = new Map(Object.entries(others));
  for (const name of listNames("docs")) pages.set(`docs/${name}.md`, pageOf(name));
  for (const name of listNames("site/pages")) pages.set(`site/pages/${name}.md`, name);
  return pages;
}

/** A document introduces the folder that has its name. */
const pageOf = (name) => (existsSync(`${root}docs/${name}`) ? `${name}/index` : name);

/** Names of the documents below a folder, without their ending. */
const listNames = (folder) =>
  listFiles(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => file.slice(0, -3));

/** The address of a page, from the site's root: a folder's is that of its `index`. */
export const toAddress = (page) => `/${page.replace(/(^|\/)index$/, "$1")}`;

/** @returns {string[]} Files below a folder of the repository, from there, with slashes. */
export function listFiles(folder) {
  return readdirSync(root + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(root + folder, posix.join(entry.parentPath, entry.name)));
}

/**
 * The link of a page to what a document links to.
 *
 * @param {string} target As the document has it.
 * @param {string} document Path of the document in the repository.
 * @param {ReadonlyMap<string, string>} pages See {@link listDocuments}.
 * @returns {string} A page from the site's root, a file on GitHub, or the target as it is.
 */
export function toSiteLink(target, document, pages) {
  const own = target.startsWith(github)
    ? target.slice(github.length).replace(/^\/(?:blob|tree)\/main\//, "")
    : undefined;
  if (own === undefined && (/^[a-z][a-z\d+.-]*:/i.test(target) || target.startsWith("#"))) return target;
  const [path = "", anchor] = (own ?? target).split("#");
  const file = own === undefined ? posix.join(posix.dirname(document), decodeURI(path)) : path || "README.md";
  const hash = anchor === undefined ? "" : `#${anchor}`;
  const page = pages.get(file) ?? pages.get(posix.join(file, "README.md"));
  if (page) return toAddress(page) + hash;
  if (!existsSync(root + file)) return target;
  return `${github}/${statSync(root + file).isDirectory() ? "tree" : "blob"}/main/${file}${hash}`;
}
