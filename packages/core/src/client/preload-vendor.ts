import { isOffline } from "../base/is-offline.js";
import { preloadScript } from "../page/preload-script.js";
import type { ConnectClient } from "./client.js";
import { scriptUrl } from "./script-url.js";

/**
 * Starts to download the vendor's code beside the lazy part, which requests it once it has loaded itself.
 *
 * @param read Returns the latest options; may throw.
 */
export function preloadVendor(read: () => { readonly client?: ConnectClient | undefined }): void {
  if (isOffline()) return;
  try {
    const { client } = read();
    if (client) client.preload?.();
    else preloadScript(scriptUrl(), {});
  } catch {
    // The session reports what is wrong.
  }
}
