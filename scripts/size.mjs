// Prints what each real use costs in a customer's bundle: built by Rolldown from the packed outputs, minified, brotli.
// "Eager" is what a page pays before anybody shows intent; "all" is everything that is ever loaded.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { join } from "node:path";
import { rolldown } from "rolldown";

const root = fileURLToPath(new URL("..", import.meta.url));
const uses = [
  {
    name: "core: createHumanConnect + cdnClient",
    code: `import { createHumanConnect, cdnClient } from "@human-connect/core"; globalThis.used = [createHumanConnect, cdnClient];`,
    all: 3500,
  },
  {
    // With cdnClient() it is the line above and the vendor's client.
    name: "kit and vendor code until Connect opens: directClient",
    code: `import { createHumanConnect } from "@human-connect/core"; import { directClient } from "@human-connect/core/direct"; globalThis.used = [createHumanConnect, directClient];`,
    all: 10_000,
  },
  {
    name: "react: button + hook + core + cdnClient",
    code: `import { ConnectButton, useHumanConnect } from "@human-connect/react"; import { cdnClient } from "@human-connect/core"; globalThis.used = [ConnectButton, useHumanConnect, cdnClient];`,
    eager: 1600,
    all: 4500,
  },
  {
    name: "core: an unused import",
    code: `import { createHumanConnect } from "@human-connect/core"; import "@human-connect/core";`,
    eager: 0,
    all: 0,
  },
  {
    name: "react: an unused import",
    code: `import { ConnectButton } from "@human-connect/react"; import "@human-connect/react";`,
    eager: 0,
    all: 0,
  },
  {
    name: "vue: button + composable + core + cdnClient",
    code: `import { ConnectButton, useHumanConnect } from "@human-connect/vue"; import { cdnClient } from "@human-connect/core"; globalThis.used = [ConnectButton, useHumanConnect, cdnClient];`,
    eager: 1700,
  },
  {
    name: "vue: an unused import",
    code: `import { ConnectButton } from "@human-connect/vue"; import "@human-connect/vue";`,
    eager: 0,
    all: 0,
  },
  {
    name: "element: an unused import",
    code: `import { HumanConnectButton } from "@human-connect/element"; import "@human-connect/element";`,
    eager: 0,
    all: 0,
  },
];
// Measured once, in November 2026, in the same way: the entry that a page imports, framework external.
const peers =
  "hand-written loader 218 · stripe-js 1,117 · merge-link 1,594 · react-turnstile 2,199 · react-plaid-link 2,797 · react-paypal 4,343 · react-stripe 4,931 · vendor client 21,892";

const brotli = (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const faces = ["core", "react", "vue", "element"];
// What is longer comes first.
const doors = ["core/direct", ...faces].map((door) => {
  const [name, entry = "index"] = door.split("/");
  return [`@human-connect/${door}`, join(root, `packages/${name}/dist/${entry}.js`)];
});

async function bundle(code) {
  const dir = mkdtempSync(join(root, "node_modules/.cache-size-"));
  try {
    writeFileSync(join(dir, "entry.js"), code);
    const build = await rolldown({
      input: join(dir, "entry.js"),
      resolve: { alias: Object.fromEntries(doors) },
      external: [/^react/, /^vue/, "humanapi-connect-client"],
      // As in an app: what the first page and a later chunk share stays with the first page.
      preserveEntrySignatures: false,
      logLevel: "silent",
      tsconfig: false,
    });
    const { output } = await build.generate({ format: "esm", minify: true });
    const chunks = output.filter(({ type }) => type === "chunk");
    const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
    const eager = new Set();
    const visit = (chunk) => {
      if (eager.has(chunk)) return;
      eager.add(chunk);
      for (const name of chunk.imports) if (byName.has(name)) visit(byName.get(name));
    };
    visit(chunks.find(({ isEntry }) => isEntry));
    // Spanish is for those who ask for it; the budget counts one language. The copy of the lazy part is loaded in the place of the first
    // one, when that has failed.
    const loaded = chunks.filter(({ moduleIds }) => !moduleIds.every((id) => /labels-es|run-session-again/.test(id)));
    const bytes = (set) =>
      [...set].reduce(
        (sum, { code: text }) => sum + (text.replace(/\/\/#.*\n?|export\s*\{\s*\};?/g, "").trim() ? brotli(text) : 0),
        0,
      );
    return { eager: bytes(eager), all: bytes(loaded) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const number = (value) => value.toLocaleString("en").padStart(7);
const against = (value, budget) =>
  budget === undefined ? "" : ` of ${budget.toLocaleString("en")}${value > budget ? "  OVER" : ""}`;
let isOver = false;
console.log("bytes (Rolldown, minified, brotli 11; framework and vendor external)");
for (const { name, code, eager, all } of uses) {
  const size = await bundle(code);
  isOver ||= size.eager > (eager ?? Infinity) || size.all > (all ?? Infinity);
  console.log(
    `  ${name.padEnd(54)} eager ${number(size.eager)}${against(size.eager, eager).padEnd(10)}   all ${number(size.all)}${against(size.all, all)}`,
  );
}
const single = brotli(readFileSync(join(root, "packages/element/dist/human-connect.js"), "utf8"));
console.log(
  `  ${"human-connect.js, one file for a CMS page".padEnd(54)} all   ${number(single)}${against(single, 7500)}`,
);
isOver ||= single > 7500;
const css = readFileSync(join(root, "packages/core/src/styles.css"), "utf8");
const { transform } = await import("lightningcss");
const styles = brotli(transform({ filename: "styles.css", code: Buffer.from(css), minify: true }).code);
isOver ||= styles > 1500;
console.log(`  ${"styles.css".padEnd(54)} all   ${number(styles)}${against(styles, 1500)}`);
console.log(`peers in 2026-11: ${peers}`);
if (isOver) console.log("over budget where marked");
