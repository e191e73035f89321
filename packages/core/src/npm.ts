import type { ConnectClient } from "./client/client.js";
import { dropListeners } from "./page/drop-listeners.js";
import type { VendorClient } from "./vendor/vendor-client.js";

/**
 * The vendor's npm package `humanapi-connect-client`, from your own bundle: no third-party script, nothing to allow in your
 * policy. Where Trusted Types are required, browsers report one blocked `Function("return this")` of the package; it goes on
 * without.
 *
 * @returns A client that imports the package on first use. Importing it on a server would throw, so nothing happens before `load`.
 * Import it nowhere else: only here is it kept from binding its data attributes in what users wrote.
 * @throws {HumanConnectError} from the session: `client-failed`, `client-malformed`.
 * @see docs/vendor.md#module-formats
 */
export function npmClient(): ConnectClient {
  return {
    async load() {
      // On a server there is no window, and the import says so.
      const release = typeof window === "undefined" ? () => {} : dropListeners(bindsAttributes);
      try {
        // Bundlers disagree on how a UMD build looks as a module: named exports, or everything under `default`.
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
 * Whether a listener is the one that the package adds when it is evaluated. It binds data attributes anywhere on the page, also in
 * content that users wrote (docs/vendor.md#f17, #f12). Nothing says when a module is evaluated, so the listener is recognised by the
 * class that it looks for; listeners that the page adds meanwhile are kept.
 */
function bindsAttributes(type: unknown, listener: unknown): boolean {
  return (
    type === "load" &&
    typeof listener === "function" &&
    (() => {}).toString.call(listener).includes("hapi__token-container")
  );
}
