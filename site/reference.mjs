// Writes a reference of each package, one page for each of its entries, from the docstrings of its sources.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Application } from "typedoc";
import { writePage } from "./collect.mjs";
import { packages, root } from "./repository.mjs";

/** Writes the pages of every package. @throws {Error} When a package's sources cannot be read. */
export async function writeReference() {
  for (const name of packages) await writePackage(name);
}

async function writePackage(name) {
  const out = mkdtempSync(join(tmpdir(), "reference-"));
  try {
    const application = await Application.bootstrapWithPlugins(createOptions(name, out));
    const project = await application.convert();
    if (!project) throw new Error(`The sources of packages/${name} could not be read.`);
    // TypeDoc names a module by its path, and pages by their modules.
    for (const module of project.children ?? []) module.name = pageName(entryOf(module.name, name));
    await application.generateOutputs(project);
    for (const entry of readEntries(name)) writeEntry(name, entry, readFileSync(findOutput(name, entry, out), "utf8"));
    writePage(`reference/${name}/index`, listEntries(name));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** The entries of a package that have types: `index`, `npm`, … */
function readEntries(name) {
  const { exports } = JSON.parse(readFileSync(`${root}packages/${name}/package.json`, "utf8"));
  return Object.keys(exports)
    .map((entry) => (entry === "." ? "index" : entry.slice(2)))
    .filter((entry) => existsSync(`${root}packages/${name}/src/${entry}.ts`));
}

const createOptions = (name, out) => ({
  name: `@human-connect/${name}`,
  entryPoints: readEntries(name).map((entry) => `${root}packages/${name}/src/${entry}.ts`),
  tsconfig: `${root}packages/${name}/tsconfig.json`,
  basePath: root,
  plugin: ["typedoc-plugin-markdown"],
  outputs: [{ name: "markdown", path: out }],
  readme: "none",
  logLevel: "Error",
  // `pnpm check` has compiled them with the compiler of the repository.
  skipErrorChecking: true,
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  // The folder is the repository, whatever it was cloned from.
  disableGit: true,
  gitRevision: "main",
  sourceLinkTemplate: "https://github.com/human-connect/kit/blob/main/{path}#L{line}",
  outputFileStrategy: "modules",
  entryFileName: listName,
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  expandObjects: true,
  groupOrder: ["Functions", "Variables", "Classes", "Interfaces", "Type Aliases"],
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  typeAliasPropertiesFormat: "table",
  enumMembersFormat: "table",
  sanitizeComments: true,
  // The links of TypeDoc count headings in their own way.
  useHTMLAnchors: true,
});

const importName = (name, entry) => `@human-connect/${name}${entry === "index" ? "" : `/${entry}`}`;
const pageName = (entry) => (entry === "index" ? "main" : entry);

/** `packages/core/src/npm` is the entry `npm`, `packages/core/src` the entry `index`. */
const entryOf = (module, name) => module.replace(new RegExp(`^packages/${name}/src/?`), "") || "index";

/** What TypeDoc calls the list of the entries, and a package's only one. */
const listName = "entries";

const findOutput = (name, entry, out) => join(out, `${readEntries(name).length === 1 ? listName : pageName(entry)}.md`);

function writeEntry(name, entry, text) {
  const body = text.replace(/^# .*$/m, `# ${importName(name, entry)}`);
  writePage(`reference/${name}/${pageName(entry)}`, `---\noutline: [2, 3]\n---\n\n${body}`);
}

function listEntries(name) {
  const rows = readEntries(name).map((entry) => `- [\`${importName(name, entry)}\`](./${pageName(entry)})`);
  return `# Reference: @human-connect/${name}\n\n[What it is, and how it is used](/packages/${name}). Made from the docstrings of its sources.\n\n${rows.join("\n")}\n`;
}
