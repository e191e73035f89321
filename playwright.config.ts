import { defineConfig, type Project } from "@playwright/test";
import { findChrome } from "./scripts/browsers.mjs";

/** The tests of one folder, in the Chromium of this machine. */
const project = (name: string, testDir = `test/${name}`): Project => ({
  name,
  testDir,
  use: { browserName: "chromium", launchOptions: { executablePath: findChrome(), args: ["--no-sandbox"] } },
});

export default defineConfig({
  outputDir: "test-results/e2e",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // For a page on a busy machine; no promise of the kit.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: { trace: "retain-on-failure", screenshot: "only-on-failure" },
  projects: [project("e2e"), project("stories"), project("recipes", "test/recipes/playwright")],
});
