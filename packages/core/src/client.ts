import { bare } from "./bare.js";
import type { Dialect } from "./dialect.js";
import { fetchWidget } from "./fetch-widget.js";
import { scriptUrl } from "./script-url.js";
import type { Surface } from "./surface.js";
import type { VendorClient } from "./vendor-client.js";

/** Where the vendor's code comes from. Anybody can write one. */
export interface ConnectClient {
  /**
   * Loads the vendor's code once; a later call may answer from memory.
   *
   * @param signal Aborted when nobody waits any more. A shared load must not fail for others because of it.
   */
  load(signal: AbortSignal): Promise<VendorClient>;
  /** For a client that is spoken to in another way than those from 1.0 on; fetched together with the lazy part. */
  dialect?(): Promise<Dialect>;
  /** For a client that shows its widget elsewhere than in a frame on the kit's stage, such as one for tests. */
  surface?(): Promise<Surface>;
  /** A sentence on how to end a session that is left open, for the message of `widget-busy`. */
  readonly release?: string;
}

export interface CdnClientOptions {
  /** A version such as `"2.4.1"`. Default `"latest"`; pin it together with `integrity` in production. */
  version?: string;
  /** The script's full URL, instead of the vendor's CDN. https only, http for localhost. */
  url?: string;
  /**
   * Subresource integrity: one or more of `sha256-`, `sha384-` or `sha512-` and the hash in base64. Anything else is an
   * `invalid-option`, because browsers would pass over it and run any script. The vendor publishes none: compute it for the
   * pinned version, `curl -s URL | openssl dgst -sha384 -binary | openssl base64 -A`.
   */
  integrity?: string;
  /** Nonce of your content security policy. */
  nonce?: string;
  /** `crossorigin` of the script. Default `"anonymous"` when `integrity` is given, else absent. */
  crossOrigin?: "anonymous" | "use-credentials";
  /** How often a failed download is tried again, with growing pauses. Default 2. */
  retries?: number;
  /** `url` stands in markup, which somebody may have injected: the vendor's CDN and this page's origin alone are loaded. Default false. */
  isFromMarkup?: boolean;
}

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
