import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, posix, relative } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { parseAst } from "rolldown/parseAst";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer, packageNames, workspace, type Customer } from "./customer.ts";

let customer: Customer;
beforeAll(async () => {
  customer = await createCustomer();
});
afterAll(() => customer?.remove());

interface SourceMap {
  sources: string[];
  sourceRoot?: string;
  sourcesContent?: (string | null)[];
}

/** A custom elements manifest, as far as it names files. */
interface Elements {
  modules: { path: string; exports: { kind: string; name: string; declaration: { module: string } }[] }[];
}

const secrets = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\bnpm_[A-Za-z0-9]{36}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /_authToken/,
];

describe.each(packageNames)("the tarball of %s", (name) => {
  it("has nothing for publint to say", async () => {
    const pkgDir = customer.packageFolder(name);

    const { messages, pkg } = await publint({ pkgDir, strict: true, pack: false });

    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it("holds every file that its manifest names", () => {
    const { exports, bin = {} } = customer.manifest(name);
    const named = [
      ...Object.values(exports).flatMap((entry) => Object.values(typeof entry === "string" ? [entry] : entry)),
      ...Object.values(bin),
    ];

    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((file) => !customer.files(name).some((one) => fits(one, file)))).toEqual([]);
  });

  it("depends on what a registry has: no workspace, no catalog, no path", () => {
    expect(customer.read(name, "package.json")).not.toMatch(/workspace:|catalog:|"(file|link):/);
  });

  it("has the same version as the rest of the kit", () => {
    const { version, dependencies = {} } = customer.manifest(name);

    expect(version).toBe(customer.manifest("core").version);
    if (["react", "vue", "element"].includes(name)) expect(dependencies["@human-connect/core"]).toBe(`^${version}`);
  });

  it("holds the licence, and nothing but what it runs on, what its source maps show, and what explains it", () => {
    const files = customer.files(name);

    expect(files.filter((file) => !/^(dist|src)\//.test(file)).toSorted()).toEqual(
      [
        ...["CHANGELOG", "README"].map((page) => `${page}.md`),
        "LICENSE",
        "llms.txt",
        "package.json",
        `skills/human-connect-${name}/SKILL.md`,
        ...(name === "element" ? ["custom-elements.json"] : []),
      ].toSorted(),
    );
    expect(files.filter((file) => /(^|[./-])tests?[./-]|\.spec\.|\.tsbuildinfo$|\.env/.test(file))).toEqual([]);
  });

  it("holds every source, and of the built files those of a source, and these", () => {
    const files = customer.files(name);
    const sources = files.filter((file) => file.startsWith("src/"));
    const built = new Set(sources.map((file) => file.slice("src/".length).replace(/(\.d)?\.[cm]?tsx?$/, "")));
    const isBuilt = (file: string): boolean =>
      built.has(file.slice("dist/".length).replace(/(?:\.js|\.d\.[cm]?ts)(?:\.map)?$/, ""));
    const others = files.filter((file) => file.startsWith("dist/") && !isBuilt(file) && !file.endsWith(".map"));

    expect(sources.toSorted()).toEqual(listSources(name));
    expect(others.map((file) => file.replace(/-[\w-]{8}(?=\.js$)/, "-HASH")).toSorted()).toEqual(
      [...(withoutSource[name] ?? [])].toSorted(),
    );
  });

  it("tells nothing about the machine that built it, and no secret", () => {
    const told = customer.files(name).filter((file) => {
      const text = customer.read(name, file);
      return (
        [workspace, JSON.stringify(workspace).slice(1, -1), `${homedir()}/`].some((place) => text.includes(place)) ||
        secrets.some((secret) => secret.test(text))
      );
    });

    expect(told).toEqual([]);
  });

  it("has a source map for every script and every declaration, and each shows what is there", () => {
    const files = new Set(customer.files(name));
    const lost: string[] = [];
    for (const file of files) {
      if (!/\.js$|\.d\.ts$/.test(file) || file.startsWith("src/")) continue;
      const map = readMap(file);
      if (!map && !asWritten.has(file) && !isIndex(customer.read(name, file))) lost.push(`${file} has no map`);
      for (const [index, source] of map?.sources.entries() ?? []) {
        const path = posix.join(dirname(file), map?.sourceRoot ?? "", source);
        const content = map?.sourcesContent?.[index];
        if (isAbsolute(source) || source.includes("://")) lost.push(`${file}: ${source} is absolute`);
        else if (files.has(path) && content && content !== customer.read(name, path))
          lost.push(`${file}: ${source} is stale`);
        else if (!files.has(path) && !content) lost.push(`${file}: ${source} is not there`);
      }
    }

    expect(lost).toEqual([]);

    function readMap(file: string): SourceMap | undefined {
      const url = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(customer.read(name, file))?.[1];
      const path = url && posix.join(dirname(file), url);
      return path && files.has(path) ? (JSON.parse(customer.read(name, path)) as SourceMap) : undefined;
    }
  });
});

/** Whether a manifest names a file, alone or by a pattern. */
function fits(file: string, named: string): boolean {
  const [before, after] = named.replace("./", "").split("*");
  return after === undefined ? file === before : file.startsWith(before!) && file.endsWith(after);
}

/** Files of a package's `src`, from its root. */
const listSources = (name: string): string[] =>
  readdirSync(join(workspace, "packages", name, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(join(workspace, "packages", name), join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll("\\", "/"))
    .toSorted();

const languages = ["ar", "de", "en", "es", "fr", "ja", "ko", "pt", "vi", "zh"];
/** Built files whose name is not that of a source. */
const withoutSource: Record<string, readonly string[]> = {
  react: ["dist/styles.css"],
  vue: ["dist/styles.css"],
  element: [
    "THIRD-PARTY-LICENSES.txt",
    "core/src/styles.js",
    "human-connect.js",
    "human-connect.js.sri",
    "vscode.css-custom-data.json",
    "vscode.html-custom-data.json",
    "web-types.json",
    ...languages.flatMap((language) => [`languages/${language}.js`, `languages/${language}.js.sri`]),
  ].map((file) => `dist/${file}`),
  sandbox: [
    "dist/THIRD-PARTY-LICENSES.txt",
    "dist/page/index.html",
    ...["forger.html", "forger.js"].map((file) => `dist/page/connect/${file}`),
    ...["framed.js", "hosted.js", "legacy-popup.js", "legacy.js", "page.css", "page.js", "start-HASH.js"].map(
      (file) => `dist/page/connect/assets/${file}`,
    ),
  ],
};

/** Scripts that nothing was made from. */
const asWritten = new Set(["dist/page/connect/forger.js", "dist/early-script.js"]);

/** A script that only passes on what others export, and so has nothing to map. */
function isIndex(code: string): boolean {
  return code.split("\n").every((line) => /^("use client";|import |export \{|$)/.test(line));
}

describe("the tarball of element", () => {
  it("describes its elements for editors and documentation tools, and each file that they name is there", () => {
    const { customElements, "web-types": webTypes, version } = customer.manifest("element");
    const { modules } = JSON.parse(customer.read("element", customElements!)) as Elements;
    const types = JSON.parse(customer.read("element", webTypes!)) as { version: string };
    const files = customer.files("element");
    const named = modules.flatMap(({ path, exports }) => [
      path,
      ...exports.map(({ declaration }) => declaration.module),
    ]);
    const definitions = modules.flatMap(({ exports }) => exports).filter(({ kind }) => /definition/.test(kind));

    expect(named.filter((path) => !files.includes(path))).toEqual([]);
    expect(definitions.map(({ name }) => name)).toContain("human-connect-button");
    expect(types.version).toBe(version);
    expect(files).toEqual(
      expect.arrayContaining(["dist/vscode.html-custom-data.json", "dist/vscode.css-custom-data.json"]),
    );
  });

  it("has one file for pages without a build that imports nothing, beside its hash", () => {
    const code = customer.read("element", "dist/human-connect.js");

    // Parsed, not searched for words: an error message names the import that a bundle would write.
    expect(JSON.stringify(parseAst(code)).match(/"source":\{.{0,80}/g)).toBeNull();
    expect(customer.read("element", "dist/human-connect.js.sri")).toMatch(/^sha384-[\w+/]{64}\n$/);
  });
});

describe.each(readdirSync(join(workspace, "packages/core/src/languages")).map((file) => file.replace(".ts", "")))(
  "the language %s",
  (language) => {
    it("is a file of core with its declarations", () => {
      expect(customer.files("core")).toEqual(
        expect.arrayContaining([`dist/languages/${language}.js`, `dist/languages/${language}.d.ts`]),
      );
      expect(customer.read("core", `dist/languages/${language}.d.ts`)).toContain(": Language;");
    });

    it("is one file of element that imports nothing and is no larger than a kilobyte, beside its hash", () => {
      const file = `dist/languages/${language}.js`;
      const code = customer.read("element", file).replace(/\/\/# sourceMappingURL=.*\n?/, "");
      const hash = createHash("sha384").update(customer.read("element", file)).digest("base64");

      expect(JSON.stringify(parseAst(code)).match(/"type":"(Import|Export)\w+"/g)).toBeNull();
      expect(brotliCompressSync(code).length).toBeLessThan(1000);
      expect(customer.read("element", `${file}.sri`)).toBe(`sha384-${hash}\n`);
    });
  },
);

describe("the tarball of react", () => {
  it('begins with "use client", before anything else, and says it once', () => {
    const entry = customer.read("react", "dist/index.js");

    expect(entry.replace(/^(\s|\/\/.*|\/\*[\s\S]*?\*\/)*/, "")).toMatch(/^"use client";/);
    expect(entry.match(/use client/g)).toHaveLength(1);
  });
});
