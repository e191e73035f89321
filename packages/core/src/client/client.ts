import type { Surface } from "../stage/surface.js";
import type { Dialect } from "../vendor/dialect.js";
import type { VendorClient } from "../vendor/vendor-client.js";

/** Provides the vendor's code. You can implement your own. */
export interface ConnectClient {
  /**
   * Loads the vendor's code once; later calls may return a cached result.
   *
   * @param signal Aborted when this caller stops waiting. A shared load must not fail for other callers because of it.
   */
  load(signal: AbortSignal): Promise<VendorClient>;
  /**
   * For a client that speaks another protocol than clients from 1.0 on; loaded together with the lazy part. The type may change in a
   * minor version, like that of `surface`.
   */
  dialect?(): Promise<Dialect>;
  /** For a client that shows its widget elsewhere than in a frame on the kit's stage, such as one for tests. */
  surface?(): Promise<Surface>;
  /** A sentence on how to end a session that was left open, appended to the message of `widget-busy`. */
  readonly release?: string | undefined;
}

export interface CdnClientOptions {
  /** A version such as `"2.4.1"`. Default `"latest"`; pin it together with `integrity` in production. */
  version?: string | undefined;
  /** The script's full URL, instead of the vendor's CDN. https only, http for localhost. */
  url?: string | undefined;
  /**
   * Subresource integrity: one or more of `sha256-`, `sha384-` or `sha512-` and the hash in base64. Anything else is an `invalid-option`,
   * because browsers would ignore it and run any script. The vendor publishes none: compute it for the pinned version, `curl -s URL |
   * openssl dgst -sha384 -binary | openssl base64 -A`.
   */
  integrity?: string | undefined;
  /** Nonce of your Content Security Policy. */
  nonce?: string | undefined;
  /** `crossorigin` of the script. Default `"anonymous"` when `integrity` is given, else absent. */
  crossOrigin?: "anonymous" | "use-credentials" | undefined;
  /** How often a failed download is retried, with growing delays. Default 2. */
  retries?: number | undefined;
  /**
   * Whether `url` comes from markup, which may be injected: then only the vendor's CDN, this page's origin and origins allowed by
   * `allowScriptOrigins()` are loaded. Default false.
   */
  isFromMarkup?: boolean | undefined;
}
