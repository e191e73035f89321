// What a bundle weighs, and which module has which part of it.
import { SourceMap } from "node:module";
import { brotliCompressSync, constants } from "node:zlib";
import { bundle, findEager, findLoaded } from "./bundle.mjs";

/** @returns {number} Bytes of a text as brotli 11 sends them. */
export const brotli = (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** A chunk without the comments and the export list of a bundler, which in an empty one are all that there is. */
const strip = (code) => code.replace(/\/\/#.*\n?|export\s*\{\s*\};?/g, "").trim();
const sum = (chunks) => [...chunks].reduce((all, { code }) => all + (strip(code) ? brotli(code) : 0), 0);

/**
 * @typedef {{ eager: number, all: number, modules: Record<string, number> }} Weight Brotli bytes before intent and of everything that is
 * ever loaded; and minified bytes of each module, by its name in {@link nameModule}.
 *
 * @param {string} code The entry.
 * @param {string} folder Where its imports are resolved from.
 * @returns {Promise<Weight>}
 */
export async function weigh(code, folder) {
  const chunks = await bundle(code, folder, { sourcemap: true });
  const [eager, loaded] = [findEager(chunks), findLoaded(chunks)];
  // The map's address is a line of the file.
  const plain = (set) => [...set].map(({ code: text }) => ({ code: text.replace(/\/\/# sourceMappingURL=.*\n?/, "") }));
  return { eager: sum(plain(eager)), all: sum(plain(loaded)), modules: weighModules(loaded) };
}

/** @returns {Record<string, number>} Minified bytes of each module, by its name. */
export function weighModules(chunks) {
  const modules = {};
  for (const { code, map } of chunks) {
    const payload = typeof map === "string" ? JSON.parse(map) : map;
    if (!payload) continue;
    const sources = new SourceMap({ ...payload, sourcesContent: undefined });
    code.split("\n").forEach((line, row) => {
      if (line.startsWith("//#")) return;
      for (let column = 0; column < line.length; column++) {
        const { originalSource } = sources.findEntry(row, column);
        const name = originalSource && nameModule(originalSource);
        if (name) modules[name] = (modules[name] ?? 0) + 1;
      }
    });
  }
  return Object.fromEntries(Object.entries(modules).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** @returns {string | undefined} `core/session/run-session`, or the path in a package of others; nothing for the entry itself. */
export function nameModule(path) {
  if (path.endsWith("/entry.js")) return undefined;
  const own = /(?:packages|@human-connect)\/(\w+)\/(?:dist|src)\/(.+)\.[jt]sx?$/.exec(path);
  return own ? `${own[1]}/${own[2]}` : path.split("node_modules/").at(-1);
}
