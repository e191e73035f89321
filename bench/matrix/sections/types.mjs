// A version of TypeScript, and the consumer of test/packed, which names every public export, with no declaration skipped.
import { cpSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../builds/folders.mjs";
import { createCells } from "../project/cells.mjs";
import { npm } from "../project/programs.mjs";
import { createProject, install } from "../project/project.mjs";

const consumer = join(root, "test/packed/consumer");
const consumers = readdirSync(consumer);

const common = {
  noEmit: true,
  strict: true,
  skipLibCheck: false,
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  jsx: "react-jsx",
  types: ["node"],
};
const bundler = { ...common, module: "esnext", moduleResolution: "bundler" };
const strictest = {
  ...common,
  module: "preserve",
  moduleResolution: "bundler",
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
};
const programs = {
  bundler: [bundler, consumers],
  node16: [{ ...common, module: "node16", moduleResolution: "node16" }, consumers],
  nodenext: [{ ...common, module: "nodenext", moduleResolution: "nodenext" }, consumers],
  strictest: [strictest, consumers],
  undefined: [strictest, ["undefined.ts"]],
  stylesheet: [bundler, ["stylesheet.ts"]],
};

/** @param {{ name: string, version: string }} row @returns {Promise<object[]>} */
export async function runTypes({ name, version }, context) {
  const { folder, remove } = createProject({ folder: "types", versions: { typescript: version } }, context);
  const { cells, reasons, fill } = createCells(Object.keys(programs));
  const startedAt = Date.now();
  try {
    cpSync(consumer, folder, { recursive: true });
    const isInstalled = await fill("bundler", () => install(folder));
    if (isInstalled)
      for (const [column, [compilerOptions, files]] of Object.entries(programs)) {
        writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
        await fill(column, () => compile(folder));
      }
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    return [{ name, title: version, cells, reasons, seconds }];
  } finally {
    remove();
  }
}

/** @throws {Error} With the first faults of the user's files and of our declarations. Those of other packages are theirs. */
async function compile(folder) {
  try {
    await npm(folder, ["run", "types"]);
  } catch (error) {
    const faults = error.message.match(/^\S.*error TS\d+: .*$/gm) ?? [];
    const ours = faults.filter(
      (line) => !line.startsWith("node_modules/") || line.startsWith("node_modules/@human-connect/"),
    );
    if (ours.length) throw new Error(ours.join("\n"), { cause: error });
    if (!faults.length) throw error;
  }
}
