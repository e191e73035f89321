import { bare } from "./base/bare.js";
import type { ConnectClient } from "./client/client.js";
import { openFrame } from "./direct/open-frame.js";

/**
 * Opens the Connect page without the vendor's script: the frame has the address, title and attributes that the vendor's client 2.4.1
 * gives it. No third-party script, no addition to `script-src`, and 22 kB less to load. Choose it for strict policies and slow networks.
 *
 * It follows the published client, not future ones: if the vendor changes its script, for example to add a parameter to the address, this
 * client changes only with a new version of the kit, whereas `cdnClient()` loads the change at once.
 *
 * @returns A client that has nothing to load.
 * @see docs/decisions/0040-direct-client.md
 */
export function directClient(): ConnectClient {
  return bare<ConnectClient>({ load: async () => bare({ open: openFrame }) });
}
