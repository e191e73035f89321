import type { Surface } from "../stage/surface.js";
import type { Dialect } from "../vendor/dialect.js";
import type { VendorClient } from "../vendor/vendor-client.js";

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
