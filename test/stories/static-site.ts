import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { test as base } from "@playwright/test";
import { Hono } from "hono";
import type { AddressInfo } from "node:net";

/** The built Storybook, served under a path of its own as a project's pages are. */
export const test = base.extend<object, { siteUrl: string }>({
  siteUrl: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants to see a pattern
    async ({}, use) => {
      const app = new Hono();
      const path = "/kit/stories";
      const rewriteRequestPath = (requested: string): string => requested.slice(path.length);
      app.use(`${path}/*`, serveStatic({ root: "storybook-static", rewriteRequestPath }));
      const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
      await new Promise((resolve) => server.once("listening", resolve));
      await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}/`);
      await new Promise((resolve) => server.close(resolve));
    },
    { scope: "worker" },
  ],
});

export { expect } from "@playwright/test";
