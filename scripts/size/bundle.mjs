// Bundles code as a customer's build does: Rolldown, for production, minified.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";

/** What a page has anyway, and what is counted apart. */
export const frameworks = [/^react(\/|-dom|$)/, /^vue$/, /^humanapi-connect-client$/];

/**
 * @param {string} code The entry.
 * @param {string} folder Where its imports are resolved from.
 * @param {{ external?: RegExp[], sourcemap?: boolean }} [options] `external`: imports that stay. Default {@link frameworks}.
 * @returns {Promise<import("rolldown").OutputChunk[]>} The first chunk is the entry.
 */
export async function bundle(code, folder, { external = frameworks, sourcemap = false } = {}) {
  const place = mkdtempSync(join(folder, ".bundle-"));
  try {
    writeFileSync(join(place, "entry.js"), code);
    const build = await rolldown({
      input: join(place, "entry.js"),
      platform: "browser",
      resolve: { conditionNames: ["production", "browser", "module", "import", "default"] },
      transform: { define: defines },
      external,
      // As in an app: what the first page and a later chunk share stays with the first page.
      preserveEntrySignatures: false,
      logLevel: "silent",
      tsconfig: false,
    });
    const { output } = await build.generate({ format: "esm", minify: true, sourcemap });
    return output.filter(({ type }) => type === "chunk");
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

const defines = {
  "process.env.NODE_ENV": '"production"',
  __VUE_OPTIONS_API__: "true",
  __VUE_PROD_DEVTOOLS__: "false",
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
};

/** The chunks that a page loads with its entry. @returns {Set<import("rolldown").OutputChunk>} */
export function findEager(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const eager = new Set();
  const visit = (chunk) => {
    if (eager.has(chunk)) return;
    eager.add(chunk);
    for (const name of chunk.imports) if (byName.has(name)) visit(byName.get(name));
  };
  visit(chunks.find(({ isEntry }) => isEntry));
  return eager;
}

/**
 * The chunks that a page may ever load in one language: Spanish is for those who ask for it. The copy of the lazy part is loaded in the
 * place of the first one, when that has failed.
 */
export const findLoaded = (chunks) =>
  chunks.filter(({ moduleIds }) => !moduleIds.every((id) => /labels-es|run-session-again/.test(id)));
