import { bare } from "./base/bare.js";
import type { CdnClientOptions, ConnectClient } from "./client/client.js";
import { scriptUrl } from "./client/script-url.js";
import { fetchWidget } from "./session/fetch-session.js";

/**
 * The vendor's script from its CDN, or from any URL.
 *
 * @returns A client that adds one script tag a page, however many buttons ask for it.
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
 * `window.HumanConnect`, put on the page by somebody else: a script tag, a tag manager, a consent manager. Waits for it. What that
 * script does when it runs is theirs: it binds `.hapi__token-container` on the whole page at window load, also in what users wrote.
 *
 * @throws {HumanConnectError} from the session: `client-timeout` when it never appears.
 */
export function globalClient(): ConnectClient {
  return bare<ConnectClient>({
    load: async (signal) => (await fetchWidget()).waitForGlobal(signal),
  });
}
