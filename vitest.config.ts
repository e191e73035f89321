// What is tested, and how: a project for each part of `npm test`.
import { playwright } from "@vitest/browser-playwright";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { alias, at, vueFlags } from "./alias.ts";
import { chromiumOptions } from "./scripts/browsers.mjs";
import { reactCompiler } from "./scripts/react-compiler.mjs";

/** Limits for what hangs: Vitest's own second is over on a busy machine before a browser has drawn. */
const waitLimits = { expect: { poll: { timeout: 10_000 } }, setupFiles: [at("test/support/wait-limits.ts")] };

const node = (name: string, include: string[], globalSetup: string[] = []): TestProjectConfiguration => ({
  extends: true,
  test: {
    name,
    include,
    // The unit tests are many small files: their modules are read once, not once a file, which was 92 of their 146 seconds of processor
    // time. A helper that registers hooks is a function, therefore, which each file calls.
    isolate: name !== "unit",
    globalSetup: globalSetup.map(at),
    exclude: ["**/*.browser.test.*"],
    environment: "node",
    // Compilers, bundlers and package managers wait for nothing but a processor: the limit is for one that hangs.
    testTimeout: name === "packed" ? 120_000 : 30_000,
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
      "humanapi-connect-client-2.3",
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
      modelStories: Number(process.env["FUZZ_STORIES"] ?? 400),
    },
    testTimeout: 30_000,
    ...waitLimits,
    setupFiles: [...waitLimits.setupFiles, at("test/support/park-pointer.ts")],
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
      node("packed", ["test/packed/*.test.ts"], ["test/support/packed-setup.ts"]),
      node("examples", ["test/examples/*.test.ts"]),
      node("starts", ["test/starts/*.test.ts"]),
      node("mounts", ["test/mounts/*.test.ts"]),
      browser("browser", ["packages/*/test/**/*.browser.test.{ts,tsx}", "test/person/**/*.browser.test.{ts,tsx}"]),
      browser("react-18", ["packages/react/test/**/*.browser.test.tsx"], 18),
    ],
  },
});
