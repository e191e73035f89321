import { test as base } from "@playwright/test";
import { serveFolder } from "../support/serve-folder.ts";

/** The built Storybook. */
export const test = base.extend<object, { siteUrl: string }>({
  siteUrl: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants to see a pattern
    async ({}, use) => {
      const site = await serveFolder("storybook-static", "/kit/stories");
      await use(site.url);
      await site.close();
    },
    { scope: "worker" },
  ],
});

export { expect } from "@playwright/test";
