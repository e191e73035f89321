import { readDocument } from "../page/read-document.js";
import { shadow } from "../page/shadow.js";
import type { VendorClient } from "../vendor/vendor-client.js";
import { removeNode } from "../page/remove-node.js";

/** The API of `connect.js`. */
export interface LegacyVendor extends VendorClient {
  setPublicToken(token: unknown): void;
}

/**
 * Adapts the legacy client to the airlock. Unmodified, it fetches another script and adds its frame only after that; that script stores a
 * session token in the browser, for the next user as well. Here the client gets stand-ins that load nothing instead of scripts and
 * images, and an error event for its script: so it adds its frame before `open()` returns, without a session of another user, and also
 * where Trusted Types would block the script.
 *
 * @see docs/vendor.md#elements, #f13, #f20
 */
export function tameLegacyVendor(vendor: LegacyVendor): VendorClient {
  // The vendor stores the parent element when its script runs, and a router may replace that element.
  const parent = readParent();
  return {
    open(options) {
      forgetSession();
      const standIns: HTMLElement[] = [];
      const create = readDocument("createElement");
      const createInert = (tag: string, ...rest: never[]): HTMLElement => {
        if (!/^(script|img)$/i.test(tag)) return create(tag, ...rest);
        const standIn = create("i");
        standIns.push(standIn);
        return standIn;
      };
      const now = readParent();
      const undo: (() => void)[] = [];
      try {
        undo.push(shadow(document, "createElement", createInert));
        if (parent !== now) undo.push(shadow(parent, "appendChild", (node: Node) => now.appendChild(node)));
        // The vendor replaces an empty token by that of the previous call, possibly of another user (docs/vendor.md#f13).
        vendor.setPublicToken(options["publicToken"]);
        vendor.open(options);
        for (const standIn of standIns) standIn.onerror?.(new Event("error"));
      } finally {
        vendor.setPublicToken("");
        for (const step of undo.reverse()) step();
        for (const standIn of standIns) removeNode(standIn);
      }
    },
  };
}

function readParent(): HTMLElement {
  return readDocument("body") ?? readDocument("documentElement");
}

/** The vendor's own script stores a session under this key and reuses it for the next user. */
function forgetSession(): void {
  try {
    localStorage.removeItem("humanapiSessionToken");
  } catch {
    // A browser that denies access to storage stores nothing either.
  }
}
