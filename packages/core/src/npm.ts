import type { ConnectClient } from "./client/client.js";
import { HumanConnectError } from "./model/errors.js";
import { dropListeners } from "./page/drop-listeners.js";
import type { VendorClient } from "./vendor/vendor-client.js";

/**
 * The vendor's npm package `humanapi-connect-client`, from your own bundle: no third-party script, no addition to your Content Security
 * Policy. Where Trusted Types are required, browsers report one blocked `Function("return this")` of the package; it continues without
 * it.
 *
 * @returns A client that imports the package on first use. The import throws on a server, so nothing happens before `load`. Do not import
 * the package elsewhere: only this client prevents it from binding its data attributes in user-generated content.
 * @throws {HumanConnectError} from the session: `client-failed`, also when the package is not installed.
 * @see docs/vendor.md#module-formats
 */
export function npmClient(): ConnectClient {
  return {
    async load() {
      // On a server `window` is undefined, and the import throws an error that says so.
      const release = typeof window === "undefined" ? () => {} : dropListeners(bindsAttributes);
      try {
        // Bundlers differ in how they expose a UMD build as a module: named exports, or all of it under `default`.
        const vendor = (await import("humanapi-connect-client")) as unknown as VendorClient & {
          default?: VendorClient;
        };
        const client = typeof vendor.open === "function" ? vendor : vendor.default;
        if (typeof client?.open === "function") return client;
      } catch (cause) {
        // With its name in quotes, which the URL of a chunk does not have, it was not found.
        if (!/["'“]humanapi-connect-client["'”]/.test(String(cause))) throw cause;
        throw notInstalled(cause);
      } finally {
        release();
      }
      // Some bundlers put an empty module in the place of an optional package.
      throw notInstalled();
    },
  };
}

/** Bundlers build without an optional package, most of them in silence. */
function notInstalled(cause?: unknown): HumanConnectError {
  return new HumanConnectError(
    "client-failed",
    "npmClient() needs the vendor's package humanapi-connect-client, which is not in this bundle. Install it: npm install humanapi-connect-client",
    { cause },
  );
}

/**
 * Whether a listener is the one that the package adds when it is evaluated. It binds data attributes anywhere on the page, including
 * user-generated content (docs/vendor.md#f17, #f12). No event reports when a module is evaluated, so the listener is recognised by the
 * class name in its source; listeners that the page adds meanwhile are kept.
 */
function bindsAttributes(type: unknown, listener: unknown): boolean {
  return (
    type === "load" &&
    typeof listener === "function" &&
    (() => {}).toString.call(listener).includes("hapi__token-container")
  );
}
