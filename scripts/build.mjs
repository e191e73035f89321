// Builds everything that is published, shown or tested: declarations, packages, demo, test pages.
import { rmSync } from "node:fs";
import { runProgram } from "./run-program.mjs";

/** Folders below `packages`. */
export const packages = ["core", "react", "vue", "element", "sandbox", "server"];

/** Outputs of sources that are gone must not be packed, and tsc trusts its notes of what it has written. */
export function clean() {
  const outputs = [
    ...packages.map((name) => `packages/${name}/dist`),
    "demo/dist",
    "test/dist",
    "node_modules/.cache/tsc",
  ];
  for (const path of outputs) rmSync(new URL(`../${path}`, import.meta.url), { recursive: true, force: true });
}

export function build() {
  clean();
  // Made from the sources; the stories are checked against it.
  runProgram("node", "scripts/manifest.mjs");
  runProgram("tsc", "-b");
  buildCode();
  runProgram("node", "scripts/sri.mjs");
  // Notices of what is built into our files.
  runProgram("node", "scripts/licences.mjs", "--write");
}

/** What the demo serves and imports, and nothing else. */
export function buildDemo() {
  rmSync(new URL("../demo/dist", import.meta.url), { recursive: true, force: true });
  buildCode("--mode", "demo");
}

/** Everything but declarations. */
function buildCode(...options) {
  runProgram("vite", "build", "--logLevel", "warn", ...options);
}
