import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { at } from "../../alias.ts";

const root = at(".");
/** What tools write or install; nothing of it is committed. */
const ignoredFolders = new Set(readFileSync(at(".gitignore"), "utf8").match(/^[\w.-]+(?=\/$)/gm));
const endings = /\.(?:[cm]?[jt]sx?|md|mdx|css|json|ya?ml|html|sh|vue|astro)$|^\.ci\/run$/;

function* walk(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const name = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isFile()) yield name;
    else if (entry.isDirectory() && entry.name !== ".git" && !ignoredFolders.has(entry.name)) yield* walk(name);
  }
}

/** Every text file of the repository, by its path from the root. */
export const repositoryFiles: readonly string[] = [...walk("")].filter((name) => endings.test(name));

/** Every Markdown document of the repository, by its path from the root. */
export const documents: readonly string[] = repositoryFiles.filter((name) => extname(name) === ".md");

export const readText = (name: string): string => readFileSync(join(root, name), "utf8");
