// How the packages are packed: publint, and whether their types are those of their code (attw).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../builds/folders.mjs";
import { createCells } from "../project/cells.mjs";
import { npm } from "../project/programs.mjs";
import { createProject, install } from "../project/project.mjs";
import { columns } from "../rows.mjs";

/** @param {{ packages: string[] }} row @returns {Promise<object[]>} A row for each package. */
export async function runPublishing({ packages }, context) {
  const { folder, remove } = createProject({ folder: "publishing" }, context);
  const rows = [];
  try {
    await install(folder);
    for (const name of packages) {
      const startedAt = Date.now();
      const tarball = context.tarballs[`@human-connect/${name}`];
      const { cells, reasons, fill } = createCells(columns.publishing);
      await fill("publint", () => npm(folder, ["run", "publint", "--", tarball]));
      await fill("attw", async () => {
        const said = await npm(folder, ["run", "attw", "--", tarball, "--exclude-entrypoints", ...findUntyped(name)]);
        if (!said.includes("No problems found")) throw new Error(said);
      });
      const seconds = Math.round((Date.now() - startedAt) / 1000);
      rows.push({ name: `publish-${name}`, title: name, cells, reasons, seconds });
    }
    return rows;
  } finally {
    remove();
  }
}

/** Entries without declarations: stylesheets, data, and what a page loads by its address. */
function findUntyped(name) {
  const { exports } = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));
  return Object.keys(exports)
    .filter((entry) => typeof exports[entry] === "string")
    .map((entry) => entry.replace("./", ""));
}
