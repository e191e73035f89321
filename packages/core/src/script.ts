import { bare } from "./bare.js";
import { checkIntegrity } from "./check-integrity.js";
import { isOffline } from "./is-offline.js";
import type { CdnClientOptions } from "./client.js";
import { failure } from "./failure.js";
import { readDocument } from "./read-document.js";
import { trustScriptUrl } from "./trusted-types.js";
import type { VendorClient } from "./vendor-client.js";
import { checkUrl } from "./vendor-options.js";
import { createScript, discardScript, guardScripts } from "./vendor-script.js";

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
    script = { controller, waiters: 0, client: loadGuarded(url, options, controller.signal) };
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
    signal.addEventListener("abort", leave, bare({ once: true }));
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

async function loadGuarded(url: string, options: CdnClientOptions, signal: AbortSignal): Promise<VendorClient> {
  const { href } = checkUrl("url", url);
  checkIntegrity(options.integrity);
  const release = guardScripts();
  // At once, because whoever has left may look at the page at once.
  signal.addEventListener("abort", release);
  try {
    return await loadWithRetries(href, options, signal);
  } finally {
    signal.removeEventListener("abort", release);
    release();
  }
}

async function loadWithRetries(url: string, options: CdnClientOptions, signal: AbortSignal): Promise<VendorClient> {
  const retries = options.retries ?? 2;
  for (let attempt = 0; ; attempt++) {
    try {
      return await injectScript(attempt ? bustCache(url, attempt) : url, options, signal);
    } catch (error) {
      const last = attempt >= retries || signal.aborted || (error as { code?: string }).code !== "client-failed";
      if (last) throw isOffline() && !signal.aborted ? failure("offline", "", error) : error;
    }
    await pause(300 * 3 ** attempt, signal);
  }
}

function injectScript(
  url: string,
  { integrity, nonce, crossOrigin, isFromMarkup }: CdnClientOptions,
  signal: AbortSignal,
): Promise<VendorClient> {
  const script = createScript();
  const watch = new AbortController();
  const watched = bare({ signal: watch.signal });
  let isBlocked = false;
  return new Promise<VendorClient>((resolve, reject) => {
    readDocument("addEventListener")(
      "securitypolicyviolation",
      (event) => {
        isBlocked ||=
          event.disposition === "enforce" &&
          event.effectiveDirective.startsWith("script-src") &&
          url.startsWith(event.blockedURI);
      },
      watched,
    );
    signal.addEventListener(
      "abort",
      () => {
        discardScript(script);
        reject(signal.reason);
      },
      watched,
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
    (readDocument("head") ?? readDocument("documentElement")).append(script);
  })
    .catch((error: unknown) => {
      discardScript(script);
      throw error;
    })
    .finally(() => watch.abort());
}

function readGlobal(): VendorClient | undefined {
  // Its own property: an element or a frame of that name is no client.
  const client =
    Object.hasOwn(globalThis, "HumanConnect") && (globalThis as { HumanConnect?: VendorClient }).HumanConnect;
  return client && typeof client.open === "function" ? client : undefined;
}

/** A pause that ends early when the network is back. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  const wake = new AbortController();
  const waiting = bare({ signal: wake.signal });
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    window.addEventListener("online", () => resolve(), waiting);
    signal.addEventListener("abort", () => reject(signal.reason), waiting);
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
