// The same for everything that is committed: what stands in the repository is published as well.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { findLeaks } from "./secrets-shapes.mjs";

/**
 * What may stand in the repository although it looks like a secret.
 *
 * @typedef {{ file: RegExp, text: RegExp, why: string }} Allowed
 * @type {readonly Allowed[]}
 */
export const allowed = [
  { file: /./, text: /["'`]sandbox-client-secret["'`]$/, why: "the sandbox's secret guards nothing, and it prints it" },
  {
    file: /(?:^|\/)test\/.+\.ts$/,
    text: /["'](?:a|another)-[a-z]+-[a-z-]+["']$/,
    why: "words that tests pass for a secret",
  },
  { file: /(?:^|\/)test\/.+\.ts$/, text: /:\/\/user:pass/, why: "tests of URLs that are refused" },
  { file: /(?:^|\/)test\/.+\.ts$/, text: /^file:/, why: "tests of URLs that are refused, and of redaction" },
  { file: /^\.github\/workflows\//, text: /^[\da-f]{40}$/, why: "actions are pinned by the hash of a commit" },
];

/**
 * Looks through a folder, without what its `.gitignore` leaves out.
 *
 * @param {string} root
 * @param {{ places?: readonly string[], allowed?: readonly Allowed[] }} [options]
 * @returns {{ files: number, faults: string[] }} Faults also name what was allowed and is nowhere.
 */
export function findTreeLeaks(root, { places = [], allowed: exceptions = allowed } = {}) {
  const unused = new Set(exceptions);
  const names = [...listFiles(root, readIgnored(root))];
  const faults = names.flatMap((name) => {
    const bytes = readFileSync(join(root, name));
    if (bytes.includes(0)) return [];
    return findLeaks(bytes.toString("utf8"), places).flatMap(({ what, line, text }) => {
      const exception = exceptions.find((rule) => rule.file.test(name) && rule.text.test(text));
      if (exception) unused.delete(exception);
      return exception ? [] : [`${name}:${line}: ${what}`];
    });
  });
  for (const { file, why } of unused) faults.push(`${file} is allowed what is not there any more (${why})`);
  return { files: names.length, faults };
}

/** Folders and endings; the repository's own file has nothing finer. */
function readIgnored(root) {
  const lines = readFileSync(join(root, ".gitignore"), "utf8").split("\n").filter(Boolean);
  const folders = new Set([".git", ...lines.filter((line) => line.endsWith("/")).map((line) => line.slice(0, -1))]);
  const endings = lines.filter((line) => !line.endsWith("/")).map((line) => line.replace(/^\*/, ""));
  return { folders, isIgnored: (name) => endings.some((ending) => name.endsWith(ending)) };
}

function* listFiles(root, ignored, folder = root) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const name = relative(root, path).replaceAll("\\", "/");
    if (entry.isDirectory() && !ignored.folders.has(entry.name)) yield* listFiles(root, ignored, path);
    else if (entry.isFile() && !ignored.isIgnored(name)) yield name;
  }
}
