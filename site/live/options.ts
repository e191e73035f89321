import type { HumanConnectOptions } from "@human-connect/core";
import { npmClient } from "@human-connect/core/npm";
import { createBrowserSandbox } from "@human-connect/sandbox/browser";

/** Stands in for Human API in this page. Its Connect page is a folder of the site. */
const sandbox = createBrowserSandbox({ application: "Meadow Health" });
const client = npmClient();
let users = 0;

/**
 * Options of one example, with a user of its own who has connected nothing. On your page `tokenUrl` takes the place of all three.
 *
 * @param base Address of the site's root, with a slash at the end.
 */
export function createOptions(base: string): HumanConnectOptions {
  users += 1;
  const user = `visitor-${users}`;
  return { client, baseUrl: new URL("sandbox/index.html", base).href, getToken: () => sandbox.mintToken(user) };
}
