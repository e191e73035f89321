import { cdnClient, type ConnectClient } from "@human-connect/core";
import { directClient } from "@human-connect/core/direct";
import { npmClient } from "@human-connect/core/npm";
import type { Settings } from "./settings.ts";

/** Where the vendor's code comes from: a script tag of its CDN, a chunk of this page's own bundle, or nowhere. */
export function createVendorClient(client: Settings["client"], cdnUrl: string): ConnectClient {
  switch (client) {
    case "npm":
      return npmClient();
    case "direct":
      return directClient();
    case "cdn":
      return cdnClient({ url: `${cdnUrl}/humanapi-connect-client@2.4.1.js` });
  }
}
