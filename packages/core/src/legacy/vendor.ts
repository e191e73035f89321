import { readDocument } from "../page/read-document.js";
import { shadow } from "../page/shadow.js";
import type { VendorClient } from "../vendor/vendor-client.js";
import { removeNode } from "../page/remove-node.js";

/** What `connect.js` offers. */
export interface LegacyVendor extends VendorClient {
  setPublicToken(token: unknown): void;
}

/**
 * Makes the legacy client one that the airlock can hold. By itself it fetches another script, and only then adds its frame;
 * that script keeps a session token in the browser for whoever sits there next. Here it gets stand-ins instead of scripts and
 * images, which load nothing, and is told at once that its script has failed: so it adds its frame before `open()` returns,
 * without a session of anybody else, and also where Trusted Types would stop it.
 *
 * @see docs/vendor.md#elements, #f13, #f20
 */
export function tameLegacyVendor(vendor: LegacyVendor): VendorClient {
  // It took the element for its nodes when its script ran, and a router may replace that one.
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
        // To the vendor an empty token means that of the last call, perhaps of another user (docs/vendor.md#f13).
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

/** Under this name the vendor's own script would have kept a session from one person to the next. */
function forgetSession(): void {
  try {
    localStorage.removeItem("humanapiSessionToken");
  } catch {
    // A browser that refuses storage keeps nothing either.
  }
}
