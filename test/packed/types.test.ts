import { readFileSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer, packageNames, workspace, type Customer, type PackageName } from "./customer.ts";

const findTsc = (project: string): string =>
  join(dirname(createRequire(join(workspace, project)).resolve("typescript/package.json")), "bin/tsc");
const tsc = findTsc("package.json");
/** The compiler before the one in Go: vue-tsc needs it, so the example in Nuxt has it. */
const tsc6 = findTsc("examples/nuxt/package.json");
const readConsumer = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`consumer/${file}`, import.meta.url)), "utf8");

/** A file of somebody else's that names every public export of a package. */
const consumerOf: Record<PackageName, string> = {
  core: "consumer.tsx",
  react: "consumer.tsx",
  sandbox: "consumer.tsx",
  vue: "vue.ts",
  element: "element.tsx",
  server: "server.ts",
};
const consumers = [...new Set(Object.values(consumerOf))];

const common = {
  noEmit: true,
  strict: true,
  skipLibCheck: false,
  target: "ES2022",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  jsx: "react-jsx",
};
const settings: Record<string, object> = {
  nodenext: { ...common, module: "nodenext", moduleResolution: "nodenext" },
  bundler: { ...common, module: "esnext", moduleResolution: "bundler" },
  "bundler, at its strictest": {
    ...common,
    module: "preserve",
    moduleResolution: "bundler",
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
  },
};

/** A page that registers the elements, and imports no type. */
const page = `
import "@human-connect/core/styles.css";
import "@human-connect/react/styles.css";
import "@human-connect/vue/styles.css";
import "@human-connect/element/define";

const button = document.querySelector("human-connect-button")!;
void button.open({ segment: "adults" });
document.createElement("human-connect-card").headingLevel = 3;
document.createElement("human-connect-list").detailed = true;
button.addEventListener("human-connect-close", ({ detail }) => detail.reason.toUpperCase());
document.addEventListener("human-connect-connect", ({ detail }) => detail.source?.name.toUpperCase());
window.addEventListener("human-connect-open", ({ detail }) => detail.session.currentConnections.length);
button.shadowRoot!.addEventListener("human-connect-error", ({ detail }) => detail.error.code.toUpperCase());
`;

let projects = 0;
let customer: Customer;
beforeAll(async () => {
  customer = await createCustomer(["react", "vue", "@types/react", "@types/node"]);
  for (const file of consumers) customer.write(file, readConsumer(file));
});
afterAll(() => customer?.remove());

/** Compiles some files of the customer. @returns What the compiler complained about. */
async function compile(compilerOptions: object, files: string[], compiler = tsc): Promise<string> {
  const project = `tsconfig.${projects++}.json`;
  customer.write(project, JSON.stringify({ compilerOptions, files }));
  try {
    return (await customer.node(compiler, "--project", project)).stdout;
  } catch (error) {
    return (error as { stdout?: string }).stdout || String(error);
  }
}

describe.each(Object.keys(settings))("declarations under %s", (name) => {
  it("compile with everything that is public, none of them skipped", async () => {
    const options = { ...settings[name], types: ["node"] };

    expect(await compile(options, consumers)).toBe("");
  });

  it("are there to be checked: a mistake is one", async () => {
    customer.write(
      "mistake.ts",
      `import { createHumanConnect } from "@human-connect/core";\ncreateHumanConnect({ getTokens: () => "token" });\n`,
    );

    expect(await compile({ ...settings[name], types: [] }, ["mistake.ts"])).toMatch(
      /^mistake\.ts\(2,22\): error TS2353: .*'getTokens'/,
    );
  });

  it("of core need neither Node nor React", async () => {
    customer.write("plain.ts", `export * from "@human-connect/core";\nexport * from "@human-connect/core/npm";\n`);

    expect(await compile({ ...settings[name], types: [] }, ["plain.ts"])).toBe("");
  });
});

describe.each([
  ["TypeScript 7", tsc],
  ["TypeScript 6", tsc6],
])("a page outside of a framework, in %s", (_, compiler) => {
  it.each([
    ["esnext", "bundler"],
    ["node16", "node16"],
    ["nodenext", "nodenext"],
  ])(
    "imports the stylesheet of its face, and listens to elements: module %s, resolution %s",
    async (module, moduleResolution) => {
      customer.write("page.ts", page);
      const options = {
        ...common,
        skipLibCheck: true,
        noUncheckedSideEffectImports: true,
        module,
        moduleResolution,
        types: [],
      };

      expect(await compile(options, ["page.ts"], compiler)).toBe("");
    },
  );
});

it("the declarations of vue and element are those of Vue 3.4 as well", async () => {
  const options = {
    ...settings["bundler"],
    types: [],
    paths: { vue: [realpathSync(join(workspace, "node_modules/vue-3.4"))] },
  };

  expect(await compile(options, ["vue.ts", "element.tsx"])).toBe("");
});

describe("the consumer", () => {
  it.each(packageNames)("uses every name that %s exports", (name) => {
    const code = readConsumer(consumerOf[name]);
    const names = Object.values(customer.manifest(name).exports).flatMap((entry) =>
      // Each file of a pattern has an export of its own name.
      typeof entry === "string" || entry.types!.includes("*") ? [] : readNames(customer.read(name, entry.types!)),
    );

    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((exported) => !new RegExp(`\\b${exported}\\b`).test(code))).toEqual([]);
  });
});

/** Names that a declaration file exports. */
function readNames(declarations: string): string[] {
  const listed = [...declarations.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list]) => list!.split(","));
  const declared = [...declarations.matchAll(/export (?:declare )?(?:function|const|class|interface|type) (\w+)/g)].map(
    ([, name]) => name!,
  );
  return [...listed, ...declared]
    .map((name) =>
      name
        .replace(/^\s*type\s/, "")
        .replace(/^.* as /, "")
        .trim(),
    )
    .filter(Boolean);
}
