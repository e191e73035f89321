import { defineConfig, type Project } from "@playwright/test";
import { chromiumOptions } from "./scripts/browsers.mjs";

/** The tests of one folder, in the Chromium of this machine. */
const project = (name: string, testDir = `test/${name}`): Project => ({
  name,
  testDir,
  use: { browserName: "chromium", launchOptions: chromiumOptions() },
});

export default defineConfig({
  outputDir: "test-results/e2e",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // For a page on a busy machine; no promise of the kit.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  // Without animations, as some people have it, a step can begin at once; the contract runs with them. For a look at each step of a failure
  // add `--trace on`: recording every test costs a fifth of the run.
  use: { contextOptions: { reducedMotion: "reduce" }, screenshot: "only-on-failure" },
  projects: [project("e2e"), project("stories"), project("site"), project("recipes", "test/recipes/playwright")],
});
