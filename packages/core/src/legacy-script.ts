import { failure } from "./failure.js";
import type { LegacyClientOptions } from "./legacy.js";
import { tameLegacyVendor, type LegacyVendor } from "./legacy-vendor.js";
import { loadScriptClient } from "./script.js";
import { shadow } from "./shadow.js";
import type { VendorClient } from "./vendor-client.js";

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
    const release = keepFromWindow(url);
    try {
      const { nonce, integrity } = options;
      const client = await loadScriptClient(url, { ...(nonce && { nonce }), ...(integrity && { integrity }) }, signal);
      if (!isLegacy(client)) throw failure("client-malformed");
      if (!tamed.has(client)) tamed.set(client, tameLegacyVendor(client));
      return tamed.get(client)!;
    } finally {
      release();
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
 * While the script of this URL runs, and for no other code, `window.HumanConnect` is empty and listening to messages is
 * not possible: the script does nothing when another client is there, and its listener is open to forgers (VENDOR.md F1, F12).
 */
function keepFromWindow(url: string): () => void {
  // A download that is tried again has another query.
  const address = (of: string): string | undefined => (URL.canParse(of) ? new URL(of).href.split("?")[0] : undefined);
  const isRunning = (): boolean => {
    const script = document.currentScript;
    return script instanceof HTMLScriptElement && address(script.src) === address(url);
  };
  const restore = hideGlobal(isRunning);
  const listen = window.addEventListener;
  const release = shadow(window, "addEventListener", (type: string, handler: never, options: never) => {
    if (type !== "message" || !isRunning()) listen.call(window, type, handler, options);
  });
  return () => {
    restore();
    release();
  };
}

function hideGlobal(isRunning: () => boolean): () => void {
  const page = globalThis as { HumanConnect?: unknown };
  let theirs = page.HumanConnect;
  let ours: unknown;
  Object.defineProperty(page, "HumanConnect", {
    configurable: true,
    enumerable: true,
    // The loader looks for it as soon as the script has run.
    get: () => ours ?? (isRunning() ? undefined : theirs),
    set(value) {
      if (isRunning()) ours = value;
      else theirs = value;
    },
  });
  return () => {
    delete page.HumanConnect;
    if (theirs !== undefined) page.HumanConnect = theirs;
  };
}
