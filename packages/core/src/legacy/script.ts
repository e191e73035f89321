import { bare } from "../base/bare.js";
import { failure } from "../words/failure.js";
import type { LegacyClientOptions } from "./contract.js";
import { tameLegacyVendor, type LegacyVendor } from "./vendor.js";
import { loadScriptClient } from "../client/script.js";
import { define } from "../page/shadow.js";
import type { VendorClient } from "../vendor/vendor-client.js";
import { runningScript } from "../client/vendor-script.js";
import { parseUrl } from "../base/parse-url.js";

/** One wrapper for each loaded copy of the script. */
const tamed = /* @__PURE__ */ new WeakMap<LegacyVendor, VendorClient>();

/** The previous load. Loads run one after the other, because each replaces `window.HumanConnect`. */
let before: Promise<unknown> | undefined;

/**
 * Loads `connect.js` without leaving a trace on the page: no global, and no message listener that accepts messages of any window.
 *
 * @throws {HumanConnectError} those of `loadScriptClient`, and `client-malformed` for a script that is not the legacy one.
 */
export function loadLegacyScript(
  url: string,
  options: LegacyClientOptions,
  signal: AbortSignal,
): Promise<VendorClient> {
  const load = async (): Promise<VendorClient> => {
    const restore = hideGlobal(url);
    try {
      const { nonce, integrity } = options;
      const client = await loadScriptClient(url, bare({ nonce, integrity }), signal);
      if (!isLegacy(client)) throw failure("client-malformed");
      if (!tamed.has(client)) tamed.set(client, tameLegacyVendor(client));
      return tamed.get(client)!;
    } finally {
      restore();
    }
  };
  const loading = before ? before.then(load) : load();
  before = loading.catch(() => {});
  return loading;
}

function isLegacy(client: VendorClient): client is LegacyVendor {
  return "setPublicToken" in client && typeof client.setPublicToken === "function";
}

/**
 * Hides `window.HumanConnect` from the script of this URL while that script runs, and from no other code: the script does nothing when
 * another client exists.
 *
 * @throws {HumanConnectError} `client-failed` when the page does not allow the property to be replaced.
 */
function hideGlobal(url: string): () => void {
  // A retried download has another query.
  const address = (of: string): string | undefined => parseUrl(of)?.href.split("?")[0];
  const isRunning = (): boolean => address(runningScript()?.src ?? "") === address(url);
  const page = globalThis as { HumanConnect?: unknown };
  // Own property only: an element with this name is not a client.
  const own = Object.getOwnPropertyDescriptor(page, "HumanConnect");
  let theirs = own && page.HumanConnect;
  let isReplaced = false;
  let ours: unknown;
  define(page, "HumanConnect", {
    configurable: true,
    enumerable: true,
    // The loader reads the property as soon as the script has run.
    get: () => ours ?? (isRunning() ? undefined : theirs),
    set(value) {
      if (isRunning()) return void (ours = value);
      theirs = value;
      isReplaced = true;
    },
  });
  return () => {
    delete page.HumanConnect;
    if (isReplaced) page.HumanConnect = theirs;
    else if (own) define(page, "HumanConnect", own);
  };
}
