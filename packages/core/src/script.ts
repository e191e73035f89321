import type { CdnClientOptions } from "./client.js";
import { failure } from "./failure.js";
import { trustScriptUrl } from "./trusted-types.js";
import type { VendorClient } from "./vendor-client.js";
import { checkUrl } from "./vendor-options.js";

interface LoadingScript {
  readonly controller: AbortController;
  readonly client: Promise<VendorClient>;
  waiters: number;
}

/** One entry for each script of this window, for as long as it loads or has loaded. */
const scripts = /* @__PURE__ */ new Map<string, LoadingScript>();

/**
 * The vendor's client from a script tag. One tag for each URL and hash, however many ask; a waiter that leaves changes
 * nothing for the others, and when all have left, the tag is gone and the next one starts anew.
 *
 * @throws {HumanConnectError} `client-failed`, `client-blocked`, `client-malformed`, `offline`, `invalid-option`.
 */
export function loadScriptClient(url: string, options: CdnClientOptions, signal: AbortSignal): Promise<VendorClient> {
  const key = `${url} ${options.integrity ?? ""}`;
  let script = scripts.get(key);
  if (!script) {
    const controller = new AbortController();
    script = { controller, waiters: 0, client: loadWithRetries(url, options, controller.signal) };
    scripts.set(key, script);
    const mine = script;
    script.client.catch(() => {
      if (scripts.get(key) === mine) scripts.delete(key);
    });
  }
  const { controller, client } = script;
  script.waiters++;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason);
      if (--script.waiters) return;
      scripts.delete(key);
      controller.abort();
    };
    if (signal.aborted) leave();
    signal.addEventListener("abort", leave, { once: true });
    // Whoever has the answer is no waiter any more, before they can even look at it.
    client.finally(() => signal.removeEventListener("abort", leave)).then(resolve, reject);
  });
}

/** `window.HumanConnect`, whenever somebody else puts it there. */
export async function waitForGlobal(signal: AbortSignal): Promise<VendorClient> {
  for (;;) {
    const client = readGlobal();
    if (client) return client;
    await pause(100, signal);
  }
}

async function loadWithRetries(url: string, options: CdnClientOptions, signal: AbortSignal): Promise<VendorClient> {
  checkUrl("url", url);
  const retries = options.retries ?? 2;
  for (let attempt = 0; ; attempt++) {
    try {
      return await injectScript(attempt ? bustCache(url, attempt) : url, options, signal);
    } catch (error) {
      const last = attempt >= retries || signal.aborted || (error as { code?: string }).code !== "client-failed";
      if (last) throw navigator.onLine || signal.aborted ? error : failure("offline", "", error);
    }
    await pause(300 * 3 ** attempt, signal);
  }
}

function injectScript(
  url: string,
  { integrity, nonce, crossOrigin, isFromMarkup }: CdnClientOptions,
  signal: AbortSignal,
): Promise<VendorClient> {
  const script = document.createElement("script");
  const watch = new AbortController();
  let isBlocked = false;
  return new Promise<VendorClient>((resolve, reject) => {
    document.addEventListener(
      "securitypolicyviolation",
      (event) => {
        isBlocked ||=
          event.disposition === "enforce" &&
          event.effectiveDirective.startsWith("script-src") &&
          url.startsWith(event.blockedURI);
      },
      watch,
    );
    signal.addEventListener(
      "abort",
      () => {
        script.remove();
        reject(signal.reason);
      },
      watch,
    );
    // A failed tag tells neither why nor whether a policy did it; the violation may be reported just after.
    script.onerror = () =>
      setTimeout(
        () => reject(isBlocked ? failure("client-blocked", `script-src ${url}`) : failure("client-failed", url)),
        50,
      );
    script.onload = () => {
      const client = readGlobal();
      if (client) resolve(client);
      else reject(failure("client-malformed"));
    };
    if (integrity) script.integrity = integrity;
    if (nonce) script.nonce = nonce;
    const cors = crossOrigin ?? (integrity && "anonymous");
    if (cors) script.crossOrigin = cors;
    script.async = true;
    script.src = trustScriptUrl(url, !isFromMarkup);
    document.head.append(script);
  })
    .catch((error: unknown) => {
      script.remove();
      throw error;
    })
    .finally(() => watch.abort());
}

function readGlobal(): VendorClient | undefined {
  const client = (globalThis as { HumanConnect?: VendorClient }).HumanConnect;
  return typeof client?.open === "function" ? client : undefined;
}

/** A pause that ends early when the network is back. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  const wake = new AbortController();
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    window.addEventListener("online", () => resolve(), wake);
    signal.addEventListener("abort", () => reject(signal.reason), wake);
    if (signal.aborted) reject(signal.reason);
    wake.signal.addEventListener("abort", () => clearTimeout(timer));
  }).finally(() => wake.abort());
}

// A broken answer may sit in a cache between here and the CDN.
function bustCache(url: string, attempt: number): string {
  const busted = new URL(url);
  busted.searchParams.set("retry", String(attempt));
  return busted.href;
}
