import { bare } from "./base/bare.js";
import type { CdnClientOptions, ConnectClient } from "./client/client.js";
import { scriptUrl } from "./client/script-url.js";
import { fetchWidget } from "./session/fetch-widget.js";

/**
 * The vendor's script, loaded from its CDN or from any URL.
 *
 * @returns A client that adds one script tag per page, regardless of the number of buttons.
 * @throws {HumanConnectError} from `load`: `client-failed`, `client-blocked`, `client-malformed`, `offline`, `invalid-option`.
 * @see docs/vendor.md#addresses
 */
export function cdnClient(options: CdnClientOptions = {}): ConnectClient {
  const own = bare(options);
  const url = own.url ?? scriptUrl(own.version);
  return bare<ConnectClient>({
    load: async (signal) => (await fetchWidget()).loadScriptClient(url, own, signal),
  });
}

/**
 * `window.HumanConnect`, set by the host page: a script tag, a tag manager, a consent manager. Waits until it is defined. The kit does
 * not control what that script does: at window load it binds `.hapi__token-container` on the whole page, including user-generated
 * content.
 *
 * @throws {HumanConnectError} from the session: `client-timeout` when it is never defined.
 */
export function globalClient(): ConnectClient {
  return bare<ConnectClient>({
    load: async (signal) => (await fetchWidget()).waitForGlobal(signal),
  });
}
