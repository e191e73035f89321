// What a page has loaded of a package before it asks for a lazy part.
import { readFileSync } from "node:fs";
import { posix } from "node:path";

/**
 * The modules that an entry imports, directly or not, but not late.
 *
 * @param {string} folder Of sources, from the root.
 * @param {string} entry From there, such as `index.js`.
 * @returns {string[]} As they are built, from the folder: `model/errors.js`.
 */
export function eagerModules(folder, entry) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name)) return;
    found.add(name);
    const source = readFileSync(new URL(`../${folder}/${name.replace(/\.js$/, ".ts")}`, import.meta.url), "utf8");
    for (const [, used] of source.matchAll(/^(?:import|export|}) (?!type\b)[^;]*? ?from "(\.[^"]+\.js)";$/gm))
      visit(posix.join(posix.dirname(name), used));
  };
  visit(entry);
  return [...found];
}
