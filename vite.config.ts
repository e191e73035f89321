// What is built. Imports no installed package, because the first command has only those of the demo.
import { readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import type { EnvironmentOptions, Rolldown, UserConfig } from "vite";
import { alias, at, vueFlags } from "./alias.ts";
import { earlyScript } from "./packages/core/src/early.ts";
import { forgerHtml, forgerScript } from "./packages/sandbox/src/pages/forger-html.ts";
import { framedHtml } from "./packages/sandbox/src/pages/page-html.ts";
import { eagerModules } from "./scripts/eager-modules.mjs";

// React's "use client" concerns servers that render; in a bundle for a browser it has done its work.
const onLog: NonNullable<Rolldown.InputOptions["onLog"]> = (level, log, report) => {
  if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
};

const isBare = (id: string): boolean => !/^[./\0]/.test(id) && !id.endsWith(".css?inline");

/** Engines that know `light-dark()`: written out for older ones, it would need a `color-scheme` that is the host page's to set. */
const cssTarget = ["chrome123", "firefox121", "safari17.5"];

/** A package: ES modules with source maps beside the declarations that `tsc -b` writes. */
const library = (
  name: string,
  consumer: "client" | "server",
  entries = ["index"],
  plugins: Rolldown.Plugin[] = [],
): EnvironmentOptions => ({
  consumer,
  build: {
    outDir: at(`packages/${name}/dist`),
    emptyOutDir: false,
    sourcemap: true,
    minify: false,
    target: "es2022",
    cssMinify: true,
    cssTarget,
    lib: {
      entry: Object.fromEntries(entries.map((entry) => [entry, at(`packages/${name}/src/${entry}.ts`)])),
      formats: ["es"],
    },
    rolldownOptions: {
      onLog,
      external: isBare,
      plugins,
      // One file a module: a customer's bundler can then leave out, or load late, exactly what it should.
      output: {
        preserveModules: true,
        preserveModulesRoot: at(`packages/${name}/src`),
        entryFileNames: "[name].js",
      },
    },
  },
});

/** Files that are written as they are. */
const textFiles = (files: Record<string, string>): Rolldown.Plugin => ({
  name: "text-files",
  generateBundle() {
    for (const [fileName, source] of Object.entries(files)) this.emitFile({ type: "asset", fileName, source });
  },
});

/** A page: minified scripts and styles with names that a server can write into its HTML. */
const page = (
  outDir: string,
  input: Record<string, string>,
  { folder = "", plugins = [] as Rolldown.Plugin[] } = {},
): EnvironmentOptions => ({
  consumer: "client",
  build: {
    outDir: at(outDir),
    emptyOutDir: false,
    sourcemap: true,
    target: "es2022",
    cssTarget,
    cssCodeSplit: true,
    modulePreload: false,
    rolldownOptions: {
      onLog,
      input,
      plugins,
      output: {
        entryFileNames: `${folder}[name].js`,
        chunkFileNames: `${folder}[name]-[hash].js`,
        assetFileNames: `${folder}[name][extname]`,
      },
    },
  },
});

/**
 * Vite's own way to load a part late looks at the page as soon as the file runs, where an element's name may stand before what it
 * looks for (`<img name="createElement">`); and in one file there is nothing to load.
 */
const plainImports: Rolldown.Plugin = {
  name: "plain-imports",
  transform: (_, id) =>
    id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : undefined,
};

/** The file that a CMS page loads: one module with everything in it. */
const singleFile = (
  outDir: string,
  input: Record<string, string>,
  plugins: Rolldown.Plugin[] = [],
): EnvironmentOptions => ({
  consumer: "client",
  build: {
    outDir: at(outDir),
    emptyOutDir: false,
    sourcemap: true,
    target: "es2022",
    cssTarget,
    modulePreload: false,
    rolldownOptions: {
      onLog,
      input,
      plugins: [plainImports, ...plugins],
      output: { entryFileNames: "[name].js", codeSplitting: false },
    },
  },
});

/** The stylesheet of the core in the package of a face: strict package managers let a page import only what it has installed itself. */
const sharedStyles = textFiles({ "styles.css": readFileSync(at("packages/core/src/styles.css"), "utf8") });

/** The early script as a file, for a page that allows no inline script. */
const early = textFiles({ "early-script.js": `${earlyScript}\n` });

/** Leaves out of a bundle what lies beside it: modules of the same package, by their paths below its sources. */
const besides = (folder: string, place: string, modules: readonly string[]): Rolldown.Plugin => ({
  name: "besides",
  resolveId: {
    // Before Vite finds the source itself.
    order: "pre",
    handler(source, importer) {
      if (!importer || !source.startsWith(".")) return undefined;
      const path = posix.relative(at(folder), posix.join(posix.dirname(importer), source));
      const id = posix.relative(place, path);
      return modules.includes(path) ? { id: id.startsWith(".") ? id : `./${id}`, external: true } : undefined;
    },
  },
});

/**
 * The lazy part of the core in one file, without what every page has loaded before it. What the core only exports is not among that: in the
 * bundle of a page both copies of the lazy part would share it in a chunk of its own, which a browser requests one round trip later.
 */
const lazyCopy: EnvironmentOptions = {
  consumer: "client",
  build: {
    outDir: at("packages/core/dist"),
    emptyOutDir: false,
    sourcemap: true,
    minify: false,
    target: "es2022",
    lib: {
      entry: { "session/run-session-again": at("packages/core/src/session/run-session.ts") },
      formats: ["es"],
    },
    rolldownOptions: {
      onLog,
      plugins: [
        besides("packages/core/src", "session", [
          ...eagerModules("packages/core/src", "human-connect.js"),
          "words/widget-labels-es.js",
        ]),
      ],
    },
  },
};

/** The languages of the core, one for each of its files. */
const languages = readdirSync(at("packages/core/src/languages")).map((file) => file.replace(".ts", ""));

/** The file of a language for a page with the elements: adds it to the page. Made here, so that a new language is one new file. Paths are from the root. */
const languageFile = (language: string): EnvironmentOptions => {
  const id = "\0language";
  const name = language.replaceAll("-", "");
  return singleFile("packages/element/dist", { [`languages/${language}`]: id }, [
    {
      name: "language-file",
      resolveId: (source) => (source === id ? id : undefined),
      load: (source) =>
        source === id
          ? `import { addLanguage } from "/packages/element/src/attributes/page-languages.ts";
             import { ${name} } from "/packages/core/src/languages/${language}.ts";
             addLanguage(${name});`
          : undefined,
    },
  ]);
};

/** In the order in which they are built. */
const environments: Record<string, EnvironmentOptions> = {
  core: library(
    "core",
    "client",
    [
      "index",
      "direct",
      "early",
      "face",
      "hosted",
      "legacy",
      "npm",
      "testing",
      ...languages.map((language) => `languages/${language}`),
    ],
    [early],
  ),
  lazyCopy,
  react: library("react", "client", ["index"], [sharedStyles]),
  vue: library("vue", "client", ["index"], [sharedStyles]),
  element: library(
    "element",
    "client",
    ["index", "define", "links", "npm", "react-types", "solid-types", "vue-types"],
    [early],
  ),
  cdn: singleFile("packages/element/dist", { "human-connect": at("packages/element/src/cdn.ts") }),
  ...Object.fromEntries(languages.map((one) => [`language_${one.replaceAll("-", "_")}`, languageFile(one)])),
  sandbox: library("sandbox", "server", ["index", "cli", "browser", "playwright"]),
  server: library("server", "server", ["index", "node", "humanity", "browser", "humanity-browser", "doctor"]),
  // The folder is at the same time the static page of a site without a server.
  sandboxPage: page(
    "packages/sandbox/dist/page",
    {
      page: at("packages/sandbox/page/main.ts"),
      framed: at("packages/sandbox/page/framed.ts"),
      hosted: at("packages/sandbox/page/hosted.ts"),
      legacy: at("packages/sandbox/page/legacy.ts"),
      "legacy-popup": at("packages/sandbox/page/legacy-popup.ts"),
    },
    {
      folder: "connect/assets/",
      plugins: [
        textFiles({
          "index.html": framedHtml,
          "connect/forger.html": forgerHtml,
          "connect/forger.js": forgerScript,
        }),
      ],
    },
  ),
  demo: page("demo/dist", { demo: at("demo/src/main.tsx") }),
  harness: page("test/dist", {
    core: at("test/contract/harness/core.ts"),
    react: at("test/contract/harness/react.tsx"),
    vue: at("test/contract/harness/vue.ts"),
    element: at("test/contract/harness/element.ts"),
    leaks: at("test/leaks/harness.ts"),
    soak: at("test/soak/harness.ts"),
    faults: at("test/faults/harness/harness.ts"),
    styles: at("test/contract/harness/styles.ts"),
  }),
  // As on a developer's machine: only there does React's StrictMode do anything.
  faces: {
    ...page("test/dist", {
      "react-page": at("test/faults/harness/react-page.tsx"),
      "vue-page": at("test/faults/harness/vue-page.ts"),
    }),
    define: { "process.env.NODE_ENV": '"development"' },
  },
};

/** What the demo serves, and what its server imports. */
const demoNeeds = ["cdn", "sandbox", "server", "sandboxPage", "demo"];

/**
 * Of everything that the sources import, the first command installs what the demo depends on: no package of ours has then what it declares
 * for its development.
 */
const demoAlone: UserConfig = {
  root: at("demo"),
  resolve: { alias, dedupe: ["react", "react-dom", "vue", "preact", "humanapi-connect-client"] },
};

/** `vite build --mode demo` builds what the first command shows. */
export default ({ mode }: { mode: string }): UserConfig => {
  const names = mode === "demo" ? demoNeeds : Object.keys(environments);
  return {
    define: vueFlags,
    resolve: { alias },
    ...(mode === "demo" ? demoAlone : {}),
    environments: Object.fromEntries(names.map((name) => [name, environments[name]!])),
    builder: {
      async buildApp(builder) {
        for (const name of names) await builder.build(builder.environments[name]!);
      },
    },
  };
};
