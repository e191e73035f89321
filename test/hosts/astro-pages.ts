import { existsSync, readFileSync } from "node:fs";
import { build } from "astro";
import { at } from "../../alias.ts";

/** Pages that a framework has built, with `%CONTENT%` where their content goes. */
export interface BuiltPages {
  readonly read: (path: string) => string | undefined;
}

/** Builds the pages of `astro/` as a site is built for production. */
export async function buildAstroPages(): Promise<BuiltPages> {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  const outDir = at("test/hosts/dist/astro");
  await build({
    root: at("test/hosts/astro"),
    outDir,
    cacheDir: at("test/hosts/dist/astro-cache"),
    logLevel: "silent",
    build: { format: "file" },
    devToolbar: { enabled: false },
  });
  return {
    read(path) {
      const file = [`${outDir}${path}`, `${outDir}${path}.html`].find(
        (name) => /\.\w+$/.test(name) && existsSync(name),
      );
      return file && readFileSync(file, "utf8");
    },
  };
}
