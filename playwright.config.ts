import { defineConfig } from "@playwright/test";
import { findChrome } from "./scripts/browsers.mjs";

export default defineConfig({
  testDir: "test/e2e",
  outputDir: "test-results/e2e",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
  use: { trace: "retain-on-failure", screenshot: "only-on-failure" },
  projects: [
    {
      name: "chromium",
      use: { browserName: "chromium", launchOptions: { executablePath: findChrome(), args: ["--no-sandbox"] } },
    },
  ],
});
