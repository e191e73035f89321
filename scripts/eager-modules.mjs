// What a page has loaded of a package before it asks for a lazy part.
import { readFileSync } from "node:fs";

/**
 * The modules that an entry imports, directly or not, but not late.
 *
 * @param {string} folder Of sources that lie side by side, from the root.
 * @param {string} entry Without its ending.
 * @returns {string[]} As they are imported: `./errors.js`.
 */
export function eagerModules(folder, entry) {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name)) return;
    found.add(name);
    const source = readFileSync(new URL(`../${folder}/${name}.ts`, import.meta.url), "utf8");
    for (const [, used] of source.matchAll(/^(?:import|export|}) (?!type\b)[^;]*? ?from "\.\/([\w-]+)\.js";$/gm))
      visit(used);
  };
  visit(entry);
  return [...found].map((name) => `./${name}.js`);
}
