import { cdnClient, type ConnectClient } from "@human-connect/core";
import { npmClient } from "@human-connect/core/npm";
import type { Settings } from "./settings.ts";

/** Where the vendor's code comes from: a script tag of its CDN, or a chunk of this page's own bundle. */
export function createVendorClient(client: Settings["client"], cdnUrl: string): ConnectClient {
  return client === "npm" ? npmClient() : cdnClient({ url: `${cdnUrl}/humanapi-connect-client@2.4.1.js` });
}
