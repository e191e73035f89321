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
  // A trace shows the page as it was at each step; a film of it besides costs a third of the whole run.
  use: { trace: { mode: "retain-on-failure", screenshots: false }, screenshot: "only-on-failure" },
  projects: [project("e2e"), project("stories"), project("site"), project("recipes", "test/recipes/playwright")],
});
