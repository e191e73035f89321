import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "vite";
import { createCustomer, type Customer, type PackageName } from "./customer.ts";

let customer: Customer;
let folder: string;
beforeAll(async () => {
  customer = await createCustomer(["react", "react-dom", "vue"]);
  folder = realpathSync(mkdtempSync(join(tmpdir(), "human-connect-alone-")));
});
afterAll(() => {
  customer?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A project that finds only some packages, and they what they depend on, as where pnpm has installed it. */
function createProject(name: string, packages: readonly string[]): string {
  const project = join(folder, name);
  for (const one of packages) {
    const link = join(project, "node_modules", one);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(join(customer.folder, "node_modules", one)), link, "junction");
  }
  return project;
}

/** The first lines of a README: what to install, and what its code then imports. */
function readStart(name: PackageName): { installed: string[]; imports: string[] } {
  const [readme = ""] = customer.read(name, "README.md").split("\n## ");
  const [, line = ""] = /^npm install (?!-)(.*)$/m.exec(readme) ?? [];
  return {
    installed: line.split("#")[0]!.trim().split(" "),
    imports: [...readme.matchAll(/\bimport (?:.* from )?"(@human-connect\/[^"]+)"/g)].map(([, module]) => module!),
  };
}

describe.each<[PackageName, string[]]>([
  ["core", []],
  ["react", ["react", "react-dom"]],
  ["vue", ["vue"]],
  ["element", []],
])("%s, installed as its README says and no more", (name, framework) => {
  it("has every module that the README imports, its stylesheet included", async () => {
    const { installed, imports } = readStart(name);
    const root = createProject(name, [...installed, ...framework]);
    const lines = [...new Set(imports)].map(
      (module, index) => `import * as n${index} from "${module}"; use(n${index});`,
    );
    writeFileSync(join(root, "main.js"), `const use = (given) => globalThis.console.log(given);\n${lines.join("\n")}`);

    const built = await build({
      configFile: false,
      root,
      logLevel: "silent",
      build: { write: false, rolldownOptions: { input: join(root, "main.js"), external: [/^vue$|^react/] } },
    });

    const files = (Array.isArray(built) ? built : [built]).flatMap((result) =>
      "output" in result ? result.output : [],
    );
    expect(imports.length).toBeGreaterThan(0);
    if (framework.length)
      expect(files.find(({ fileName }) => fileName.endsWith(".css"))).toMatchObject({
        source: expect.stringContaining(".human-connect-button"),
      });
  });
});
