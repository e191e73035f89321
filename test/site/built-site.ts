import { readFileSync, readdirSync } from "node:fs";
import { test as base, type Page } from "@playwright/test";
import { at } from "../../alias.ts";
import { serveFolder } from "../support/serve-folder.ts";

/** Where `pnpm test site` builds the site for: a folder of a host. */
export const sitePath = "/kit";

interface Watched {
  /** Errors and warnings of the console, and requests to anybody but the site. */
  faults: string[];
}

/** The built site. A test fails when a page of it complains, or asks another host for anything. */
export const test = base.extend<Watched, { siteUrl: string }>({
  siteUrl: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants to see a pattern
    async ({}, use) => {
      const site = await serveFolder("site/dist", sitePath);
      await use(site.url);
      await site.close();
    },
    { scope: "worker" },
  ],
  faults: [
    async ({ page, siteUrl }, use) => {
      const faults = watch(page, siteUrl);
      await use(faults);
      base.expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

function watch(page: Page, siteUrl: string): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(siteUrl) && !/^(?:data|blob):/.test(request.url())) faults.push(request.url());
  });
  return faults;
}

/** Every page of the built site, by its path. */
export const builtPages: readonly string[] = readdirSync(at("site/dist"), { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  // The Connect page of the sandbox, which the examples frame, is none of the documentation.
  .filter((file) => file.endsWith(".html") && !file.startsWith("sandbox/"))
  .toSorted();

export const readPage = (page: string): string => readFileSync(at(`site/dist/${page}`), "utf8");

export { expect } from "@playwright/test";
