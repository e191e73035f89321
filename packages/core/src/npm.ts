import type { ConnectClient } from "./client/client.js";
import { dropListeners } from "./page/drop-listeners.js";
import type { VendorClient } from "./vendor/vendor-client.js";

/**
 * The vendor's npm package `humanapi-connect-client`, from your own bundle: no third-party script, no addition to your Content Security
 * Policy. Where Trusted Types are required, browsers report one blocked `Function("return this")` of the package; it continues without
 * it.
 *
 * @returns A client that imports the package on first use. The import throws on a server, so nothing happens before `load`. Do not import
 * the package elsewhere: only this client prevents it from binding its data attributes in user-generated content.
 * @throws {HumanConnectError} from the session: `client-failed`, `client-malformed`.
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
        return typeof vendor.open === "function" ? vendor : (vendor.default ?? vendor);
      } finally {
        release();
      }
    },
  };
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
