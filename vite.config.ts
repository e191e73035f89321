import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { playwright } from "@vitest/browser-playwright";
import type { EnvironmentOptions, Rolldown } from "vite";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { alias, at, vueFlags } from "./alias.ts";
import { forgerHtml, forgerScript } from "./packages/sandbox/src/pages/forger-html.ts";
import { framedHtml } from "./packages/sandbox/src/pages/page-html.ts";
import { chromiumOptions } from "./scripts/browsers.mjs";
import { reactCompiler } from "./scripts/react-compiler.mjs";
import { eagerModules } from "./scripts/eager-modules.mjs";

// React's "use client" concerns servers that render; in a bundle for a browser it has done its work.
const onLog: NonNullable<Rolldown.InputOptions["onLog"]> = (level, log, report) => {
  if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
};

const isBare = (id: string): boolean => !/^[./\0]/.test(id) && !id.endsWith(".css?inline");

/** Engines that know `light-dark()`: written out for older ones, it would need a `color-scheme` that is the host page's to set. */
const cssTarget = ["chrome123", "firefox121", "safari17.5"];

/** A package: ES modules with source maps beside the declarations that `tsc -b` writes. */
const library = (name: string, consumer: "client" | "server", entries = ["index"]): EnvironmentOptions => ({
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
      // One file a module: a customer's bundler can then leave out, or load late, exactly what it should.
      output: {
        preserveModules: true,
        preserveModulesRoot: at(`packages/${name}/src`),
        entryFileNames: "[name].js",
        banner: sourceBanner,
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
const singleFile = (outDir: string, input: Record<string, string>): EnvironmentOptions => ({
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
      plugins: [plainImports],
      output: { entryFileNames: "[name].js", codeSplitting: false },
    },
  },
});

/** Directives such as 'use client' and the CLI's #! stand before the first import, or they mean nothing. */
function sourceBanner(chunk: { isEntry: boolean; facadeModuleId: string | null }): string {
  if (!chunk.isEntry || !chunk.facadeModuleId) return "";
  const [first = ""] = readFileSync(chunk.facadeModuleId, "utf8").split("\n", 1);
  return first.startsWith('"use client"') ? first : "";
}

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

/** The lazy part of the core in one file, without what a page has loaded before it. */
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
          ...eagerModules("packages/core/src", "index.js"),
          "words/widget-labels-es.js",
        ]),
      ],
    },
  },
};

const environments: Record<string, EnvironmentOptions> = {
  core: library("core", "client", ["index", "face", "hosted", "legacy", "npm", "testing"]),
  lazyCopy,
  react: library("react", "client"),
  vue: library("vue", "client"),
  element: library("element", "client", ["index", "define", "links", "npm", "react-types", "vue-types"]),
  cdn: singleFile("packages/element/dist", { "human-connect": at("packages/element/src/cdn.ts") }),
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

/** Limits for what hangs: Vitest's own second is over on a busy machine before a browser has drawn. */
const waitLimits = { expect: { poll: { timeout: 10_000 } }, setupFiles: [at("test/support/wait-limits.ts")] };

const node = (name: string, include: string[], globalSetup: string[] = []): TestProjectConfiguration => ({
  extends: true,
  test: {
    name,
    include,
    globalSetup: globalSetup.map(at),
    exclude: ["**/*.browser.test.*"],
    environment: "node",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    ...waitLimits,
  },
});

/** Unit tests that need a page; `reactMajor` chooses the React that they run with. */
const browser = (name: string, include: string[], reactMajor?: 18): TestProjectConfiguration => ({
  extends: true,
  resolve: {
    alias: reactMajor ? [{ find: /^(react|react-dom)(\/.*)?$/, replacement: `$1-${reactMajor}$2` }, ...alias] : alias,
  },
  plugins: [reactCompiler()],
  // Everything is named, or a cold first run reloads the page in the middle of a test.
  optimizeDeps: {
    include: [
      "@testing-library/dom",
      "@testing-library/react",
      "@testing-library/user-event",
      "fast-check",
      "humanapi-connect-client",
      "react",
      ...(reactMajor ? [] : ["react/compiler-runtime"]),
      "react-dom",
      "react-dom/client",
      "react/jsx-dev-runtime",
      "react/jsx-runtime",
      "@human-connect/element > @lit/reactive-element",
      "vue",
    ],
  },
  test: {
    name,
    include,
    // What React's compiler makes is for React 19.
    exclude: reactMajor ? ["**/compiler.browser.test.tsx"] : [],
    globalSetup: [at("test/support/sandbox-setup.ts")],
    provide: {
      modelSeed: Number(process.env["FUZZ_SEED"] ?? 1),
      modelStories: Number(process.env["FUZZ_STORIES"] ?? 1000),
    },
    testTimeout: 30_000,
    ...waitLimits,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: chromiumOptions() }),
      instances: [{ browser: "chromium" }],
    },
  },
});

export default defineConfig({
  define: vueFlags,
  resolve: { alias },
  test: {
    projects: [
      node("unit", ["packages/*/test/**/*.test.ts", "test/docs/*.test.ts"]),
      node("contract", ["test/contract/*.test.ts"]),
      node("cms", ["test/cms/*.test.ts"]),
      node("editors", ["test/editors/*.test.ts"]),
      node("hosts", ["test/hosts/*.test.ts"]),
      node("dialogs", ["test/dialogs/*.test.ts"], ["test/support/dialogs-setup.ts"]),
      node("faults", ["test/faults/*.test.ts"]),
      node("leaks", ["test/leaks/*.test.ts"]),
      node("load", ["test/load/*.test.ts"]),
      node("stores", ["test/stores/*.test.ts"]),
      node("fuzz", ["test/fuzz/*.test.ts"]),
      node("soak", ["test/soak/*.test.ts"]),
      node("packed", ["test/packed/*.test.ts"]),
      node("examples", ["test/examples/*.test.ts"]),
      node("mounts", ["test/mounts/*.test.ts"]),
      browser("browser", ["packages/*/test/**/*.browser.test.{ts,tsx}", "test/person/**/*.browser.test.{ts,tsx}"]),
      browser("react-18", ["packages/react/test/**/*.browser.test.tsx"], 18),
    ],
  },
  environments,
  builder: {
    async buildApp(builder) {
      for (const name of Object.keys(environments)) await builder.build(builder.environments[name]!);
    },
  },
});
