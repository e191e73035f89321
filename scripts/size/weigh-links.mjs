// What links cost in `human-connect.js`: the single file, less the same file without them.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createBuilder } from "vite";
import { brotli } from "./weigh.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** @returns {Promise<number>} Brotli bytes of this build. */
export async function weighLinks() {
  const without = {
    name: "without-links",
    load: (id) => (id.endsWith("/watch-script-links.ts") ? "export const watchScriptLinks = () => {};" : undefined),
  };
  const builder = await createBuilder(
    { root, logLevel: "error", plugins: [without], environments: { cdn: { build: { write: false } } } },
    null,
  );
  const { output } = await builder.build(builder.environments.cdn);
  return brotli(readFileSync(`${root}/packages/element/dist/human-connect.js`, "utf8")) - brotli(output[0].code);
}
