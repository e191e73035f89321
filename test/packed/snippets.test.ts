import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import MarkdownIt from "markdown-it";
import { afterAll, beforeAll, expect, it } from "vitest";
import { at } from "../../alias.ts";
import { readStart } from "../starts/read-start.ts";
import { createCustomer, packageNames, type Customer } from "./customer.ts";

// Every block of TypeScript in the READMEs, the skills, the guides and the quick starts compiles against the tarballs.

const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
// Vue's compiler needs an older TypeScript, which the example for Nuxt has.
const vueTsc = join(
  dirname(createRequire(at("examples/nuxt/package.json")).resolve("vue-tsc/package.json")),
  "bin/vue-tsc.js",
);

/** Their blocks are files of test/recipes, or lines of other people's code. */
const left = ["testing", "vendor", "faults"];
const guides = readdirSync(at("docs"), { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".md") && !left.includes(file.slice(0, -3)) && !file.startsWith("decisions/"));
const documents = [
  "README.md",
  ...packageNames.flatMap((name) => [
    `packages/${name}/README.md`,
    `packages/${name}/skills/human-connect-${name}/SKILL.md`,
  ]),
  ...guides.map((file) => `docs/${file}`),
];

interface Snippet {
  /** Document and line, as a file's name. */
  readonly file: string;
  readonly code: string;
}

/** What the blocks use of a package without its import, which the reader has seen further up. */
const ownNames: Record<string, readonly string[]> = {
  core: ["cdnClient", "createHumanConnect"],
  react: ["ConnectButton", "ConnectCard", "ConnectionList", "ConnectStatus", "HumanConnectProvider", "useHumanConnect"],
  vue: [
    "ConnectButton",
    "ConnectCard",
    "ConnectionList",
    "ConnectStatus",
    "createHumanConnectPlugin",
    "useHumanConnect",
  ],
  sandbox: ["createSandbox"],
};

/** A part of a component is a template; a part of a module has the imports that it needs. */
function toModule(document: string, language: string, code: string): string {
  const faces = { tsx: "react", vue: "vue" } as Record<string, string>;
  const own = /packages\/(\w+)\//.exec(document)?.[1] ?? faces[language] ?? "core";
  const isMissing = (name: string): boolean =>
    new RegExp(`\\b${name}\\b`).test(code) && !new RegExp(`\\bimport [^;]*\\b${name}\\b`).test(code);
  const imports = [...new Set([own, "core"])]
    .map((name) => {
      const missing = (ownNames[name] ?? []).filter(isMissing);
      return missing.length ? `import { ${missing.join(", ")} } from "@human-connect/${name}";\n` : "";
    })
    .join("");
  if (language !== "vue") return `${code}\n${imports}export {};\n`;
  return code.includes("<script")
    ? code
    : `<script setup lang="ts">\n${imports}</script>\n<template>\n${code}</template>\n`;
}

/** The recipes for stores begin with a comment that names the library: test/stores runs them. */
const isRecipe = (code: string): boolean => code.startsWith("// ") && !code.includes("import ");

const markdown = new MarkdownIt();
const snippets = documents.flatMap((document): Snippet[] => {
  const text = readFileSync(at(document), "utf8");
  const files = /^docs\/start\/(?!index)/.test(document) ? [...readStart(text).files] : [];
  return markdown.parse(text, {}).flatMap(({ type, info, content, map }) => {
    const [language = ""] = info.split(" ");
    if (type !== "fence" || !["ts", "tsx", "vue"].includes(language) || isRecipe(content)) return [];
    const name = document.replaceAll(/[^\w]+/g, "-");
    // The files of a quick start import each other.
    const [path] = files.find(([, code]) => code === content) ?? [];
    const file = path ? `${name}/${path}` : `${name}-${map![0] + 1}.${language}`;
    return [{ file, code: toModule(document, language, content) }];
  });
});

/** A snippet of an editor, by what it inserts. */
interface EditorSnippet {
  readonly prefix: string;
  readonly scope: string;
  readonly body: readonly string[];
}

const endings: Record<string, string> = {
  typescriptreact: "tsx",
  typescript: "ts",
  "typescript,typescriptreact": "ts",
  vue: "vue",
};
for (const { prefix, scope, body } of Object.values<EditorSnippet>(
  JSON.parse(readFileSync(at("docs/snippets/human-connect.code-snippets"), "utf8")),
)) {
  // As it stands when nobody has filled in a place.
  const code = body.join("\n").replaceAll(/\$\{\d:([^}]*)\}/g, "$1");
  if (endings[scope]) snippets.push({ file: `snippet-${prefix}.${endings[scope]}`, code: `${code}\n` });
}

const common = {
  noEmit: true,
  strict: true,
  // Of other people's packages: ours are checked by types.test.ts.
  skipLibCheck: true,
  target: "ES2022",
  lib: ["ES2023", "DOM", "DOM.Iterable"],
  module: "esnext",
  moduleResolution: "bundler",
  jsx: "react-jsx",
  experimentalDecorators: true,
  types: ["node"],
};

let customer: Customer;
beforeAll(async () => {
  const others = ["playwright", "react", "react-dom", "vue", "@types/react", "@types/react-dom", "@types/node"];
  customer = await createCustomer(others);
  for (const file of declarations) customer.write(file, readFileSync(at(`test/packed/snippets/${file}`), "utf8"));
  for (const { file, code } of snippets) customer.write(file, code);
  // The server function of the server's README, by the name that other blocks import it by.
  customer.write(
    "create-token.ts",
    "export declare function createToken(fresh?: boolean): Promise<{ token: string; expiresInSeconds: number }>;\n",
  );
});
afterAll(() => customer?.remove());

const declarations = ["free-names.d.ts", "free-modules.d.ts", "free-of-vue.d.ts"];

/** Compiles some blocks. @returns What the compiler complained about. */
async function compile(program: string, endings: RegExp, more: readonly string[] = []): Promise<string> {
  const files = [...snippets.map(({ file }) => file).filter((file) => endings.test(file)), ...declarations, ...more];
  customer.write("tsconfig.json", JSON.stringify({ compilerOptions: common, files }));
  try {
    return (await customer.node(program, "--project", "tsconfig.json")).stdout;
  } catch (error) {
    return (error as { stdout?: string }).stdout || String(error);
  }
}

it("finds the blocks", () => {
  expect(snippets.filter(({ file }) => file.startsWith("packages-")).length).toBeGreaterThan(20);
  expect(snippets.filter(({ file }) => file.startsWith("docs-start-")).length).toBeGreaterThan(8);
  expect(snippets.filter(({ file }) => file.startsWith("snippet-")).length).toBe(5);
});

it("each block of TypeScript compiles", async () => {
  expect(await compile(tsc, /\.tsx?$/)).toBe("");
});

it("each component of Vue compiles, its template included", async () => {
  expect(await compile(vueTsc, /\.vue$/)).toBe("");
});

it("a mistake in a block is one", async () => {
  customer.write(
    "mistake.tsx",
    `import { ConnectButton } from "@human-connect/react";\n<ConnectButton tokenUrls="/token" />;\n`,
  );

  expect(await compile(tsc, /^none$/, ["mistake.tsx"])).toMatch(/^mistake\.tsx\(2,16\): error TS2322: [^]*'tokenUrls'/);
});
