// Measures every use of the kit that has a budget.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "lightningcss";
import { directUse, unused, uses } from "./uses.mjs";
import { brotli, weigh } from "./weigh.mjs";

/**
 * @param {string} modules A `node_modules` that has the kit's packages.
 * @returns {Promise<{ sizes: Record<string, { eager?: number, all: number }>, modules: Record<string, number>, unused: Record<string, number> }>}
 * Brotli bytes of each use, minified bytes of each module in the use that needs most of it, and what an unused import leaves.
 */
export async function measureSizes(modules) {
  const direct = existsSync(join(modules, "@human-connect/core/dist/direct.js")) ? { direct: directUse } : {};
  const sizes = {};
  const weights = {};
  for (const [name, code] of Object.entries({ ...uses, ...direct })) {
    const weight = await weigh(code, modules);
    sizes[name] = { eager: weight.eager, all: weight.all };
    for (const [module, bytes] of Object.entries(weight.modules))
      weights[module] = Math.max(weights[module] ?? 0, bytes);
  }
  sizes["human-connect.js"] = { all: brotli(readIn(modules, "element/dist/human-connect.js")) };
  sizes["styles.css"] = { all: weighStyles(readIn(modules, "core/src/styles.css")) };
  const left = {};
  for (const [name, code] of Object.entries(unused)) left[name] = (await weigh(code, modules)).all;
  return { sizes, modules: sortKeys(weights), unused: left };
}

const readIn = (modules, file) => readFileSync(join(modules, "@human-connect", file), "utf8");

function weighStyles(css) {
  return brotli(transform({ filename: "styles.css", code: Buffer.from(css), minify: true }).code);
}

const sortKeys = (record) =>
  Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)));
