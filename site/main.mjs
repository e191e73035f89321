// `node site/main.mjs build`: writes the pages and builds them into `site/dist`. `dev`: serves them, and writes a page anew when its
// document changes. `preview`: serves what was built.
import { watch } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, createServer, serve } from "vitepress";
import { clearPages, collectPages } from "./collect.mjs";
import { writeReference } from "./reference.mjs";
import { root } from "./repository.mjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { base: { type: "string", default: "/" }, port: { type: "string", default: "4173" } },
});
const [task = "build"] = positionals;
const site = join(root, "site");

async function writePages() {
  clearPages();
  collectPages();
  await writeReference();
}

if (task === "preview") await serve({ root: site, base: values.base, port: Number(values.port) });
else await writePages();

if (task === "build") await build(site, { base: values.base });
if (task === "dev") {
  const server = await createServer(site, { base: values.base, port: Number(values.port) });
  await server.listen();
  server.printUrls();
  for (const folder of ["docs", "site/pages", "packages", "examples"])
    watch(join(root, folder), { recursive: true }, (_, file) => file?.endsWith(".md") && collectPages());
}
