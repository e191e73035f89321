import { bare } from "../base/bare.js";
import { failure } from "../words/failure.js";
import type { LegacyClientOptions } from "./contract.js";
import { tameLegacyVendor, type LegacyVendor } from "./vendor.js";
import { loadScriptClient } from "../client/script.js";
import { define } from "../page/shadow.js";
import type { VendorClient } from "../vendor/vendor-client.js";
import { runningScript } from "../client/vendor-script.js";
import { parseUrl } from "../base/parse-url.js";

/** One wrapper for each copy of the script, however often it is asked for. */
const tamed = /* @__PURE__ */ new WeakMap<LegacyVendor, VendorClient>();

/** One load after the other: they share the window that the script is kept from. */
let before: Promise<unknown> | undefined;

/**
 * Loads `connect.js` so that it leaves no trace on the page: no global, and no message listener that believes any window.
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
 * While the script of this URL runs, and for no other code, `window.HumanConnect` is empty: it does nothing when another client is
 * there.
 *
 * @throws {HumanConnectError} `client-failed` when the page does not let it be replaced.
 */
function hideGlobal(url: string): () => void {
  // A download that is tried again has another query.
  const address = (of: string): string | undefined => parseUrl(of)?.href.split("?")[0];
  const isRunning = (): boolean => address(runningScript()?.src ?? "") === address(url);
  const page = globalThis as { HumanConnect?: unknown };
  // Its own property: an element of that name is no client.
  const own = Object.getOwnPropertyDescriptor(page, "HumanConnect");
  let theirs = own && page.HumanConnect;
  let isReplaced = false;
  let ours: unknown;
  define(page, "HumanConnect", {
    configurable: true,
    enumerable: true,
    // The loader looks for it as soon as the script has run.
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
