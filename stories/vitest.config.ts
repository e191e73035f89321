import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig, type TestProjectConfiguration } from "vitest/config";
import { alias, at, vueFlags } from "../alias.ts";
import { chromiumOptions } from "../scripts/browsers.mjs";

/** The stories of a face, each a test: it renders, plays, and axe finds nothing in either theme. */
const stories = (face: "react" | "vue" | "element"): TestProjectConfiguration => ({
  extends: true,
  plugins: [storybookTest({ configDir: at(`stories/${face}/.storybook`) })],
  test: {
    name: `stories-${face}`,
    setupFiles: [at("stories/shared/test-setup.ts")],
    testTimeout: 30_000,
    // One page for all stories of a face, as for somebody who looks through them.
    isolate: false,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: chromiumOptions(),
        contextOptions: { reducedMotion: "reduce" },
      }),
      instances: [{ browser: "chromium" }],
    },
  },
});

// A configuration of its own: reading every story takes longer than most other tests do.
export default defineConfig({
  root: at("."),
  define: vueFlags,
  resolve: { alias },
  test: { projects: [stories("react"), stories("vue"), stories("element")] },
});
