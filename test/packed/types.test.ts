import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer, packageNames, type Customer, type PackageName } from "./customer.ts";

const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
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
const consumers = [...new Set(Object.values(consumerOf)), "styles.d.ts"];

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

let customer: Customer;
beforeAll(async () => {
  customer = await createCustomer(["react", "vue", "@types/react", "@types/node"]);
  for (const file of consumers) customer.write(file, readConsumer(file));
});
afterAll(() => customer?.remove());

/** Compiles some files of the customer. @returns What the compiler complained about. */
async function compile(compilerOptions: object, files: string[]): Promise<string> {
  customer.write("tsconfig.json", JSON.stringify({ compilerOptions, files }));
  try {
    return (await customer.node(tsc, "--project", "tsconfig.json")).stdout;
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
