import type { ConnectClient } from "@human-connect/core";
import { npmClient } from "@human-connect/core/npm";
import { createBrowserSandbox } from "@human-connect/sandbox/browser";

/** Stands in for Human API in this window. Its Connect page is a folder beside the Storybook's own files. */
export const sandbox = createBrowserSandbox({ application: "Meadow Health" });

export const connectUrl: string = new URL("sandbox/index.html", location.href).href;

/** How often a story has fetched the vendor's code. */
export const fetched = { count: 0 };

const vendor = npmClient();

/** The vendor's own client, counted. */
export const client: ConnectClient = {
  load(signal) {
    fetched.count += 1;
    return vendor.load(signal);
  },
};
