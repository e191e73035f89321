import { test as base } from "@playwright/test";
import { startHostServer, type HostServer } from "../support/host-server.ts";

/** Tests beside a site that embeds Connect. It outlives each test's page, whose last requests it still answers. */
export const test = base.extend<object, { host: HostServer }>({
  host: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the names of fixtures from the pattern.
    async ({}, use) => {
      const host = await startHostServer();
      await use(host);
      await host.close();
    },
    { scope: "worker" },
  ],
});
