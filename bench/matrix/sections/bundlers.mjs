// A bundler, with the optional peer `humanapi-connect-client` and without it.
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { playSession, readRefusal } from "../page/drive.mjs";
import { createCells } from "../project/cells.mjs";
import { npm, startServer } from "../project/programs.mjs";
import { createProject, install } from "../project/project.mjs";
import { columns } from "../rows.mjs";
import { readCredentials } from "./frameworks.mjs";

const peer = "humanapi-connect-client";

/** @param {object} row Of `bundlers` in rows.mjs. @returns {Promise<object[]>} */
export async function runBundler({ name, title, packages, site = "dist", hasStyles = true }, context) {
  const { folder, remove } = createProject({ folder: "bundlers", packages, settings: "src/settings.js" }, context);
  const { cells, reasons, fill } = createCells(columns.bundlers);
  const startedAt = Date.now();
  const environment = { ...readCredentials(context.sandbox, name), SITE: site };
  let servers = 0;
  const build = async (entry) => {
    cpSync(join(folder, `src/${entry}.js`), join(folder, "src/entry.js"));
    for (const built of [site, ".next", ".parcel-cache"]) rmSync(join(folder, built), { recursive: true, force: true });
    return npm(folder, ["run", name], environment);
  };
  const visit = async (drive) => {
    const { url, close } = await startServer(folder, "start", { ...environment, DEMO_USER_ID: `${name}-${servers++}` });
    try {
      return await drive(context.browser, url);
    } finally {
      await close();
    }
  };
  try {
    if (!hasStyles) writeFileSync(join(folder, "src/styles.js"), "");
    const isBuilt = await fill("build", () => install(folder).then(() => build("with")));
    if (isBuilt) await fill("session", () => visit(playSession));
    if (isBuilt) {
      rmSync(join(folder, "node_modules", peer), { recursive: true });
      await fill("alone", () => build("without").then(() => visit(playSession)));
      await fill("named", () => checkNamed(build, visit));
    }
    return [{ name, title, versions: packages, cells, reasons, seconds: Math.round((Date.now() - startedAt) / 1000) }];
  } finally {
    remove();
  }
}

/** Without the package that the page imports, the build or else the click names it. */
async function checkNamed(build, visit) {
  let said;
  try {
    said = await build("with");
  } catch (error) {
    said = error.message;
    if (said.includes(peer)) return;
    throw error;
  }
  if (said.includes(peer)) return;
  const told = await visit(readRefusal);
  if (!told.includes(peer)) throw new Error(`The build is silent, and a click says: ${told}`);
}
