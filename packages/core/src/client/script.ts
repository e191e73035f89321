import { bare } from "../base/bare.js";
import { checkIntegrity } from "./check-integrity.js";
import { isOffline } from "../base/is-offline.js";
import { hearBlockReports } from "../page/block-reports.js";
import type { CdnClientOptions } from "./client.js";
import { addDirective, failure } from "../words/failure.js";
import { restoreRemove } from "../page/restore-remove.js";
import type { HumanConnectError } from "../model/errors.js";
import { readDocument } from "../page/read-document.js";
import { findRefusal, refusedBy, type Refusal } from "./script-refusal.js";
import { trustScriptUrl } from "./trusted-types.js";
import type { VendorClient } from "../vendor/vendor-client.js";
import { checkUrl } from "../vendor-options.js";
import { createScript, discardScript, guardScripts } from "./vendor-script.js";

/** How often each URL has failed. */
const failures = /* @__PURE__ */ new Map<string, number>();

interface LoadingScript {
  readonly controller: AbortController;
  readonly client: Promise<VendorClient>;
  waiters: number;
}

/** One entry for each script of this window that is loading or has loaded. */
const scripts = /* @__PURE__ */ new Map<string, LoadingScript>();

/**
 * Loads the vendor's client by a script tag. One tag per URL and hash, shared by all callers; a caller that aborts does not affect the
 * others, and when all callers have aborted, the tag is removed and the next call starts again.
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
    // A caller that has its result no longer counts as waiting, even before it can read the result.
    client.finally(() => signal.removeEventListener("abort", leave)).then(resolve, reject);
  });
}

/** Waits until a script of the page sets `window.HumanConnect`. */
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
  // Synchronously, because the caller that aborted may read the page at once.
  signal.addEventListener("abort", release);
  try {
    return await loadWithRetries(href, options, signal);
  } finally {
    signal.removeEventListener("abort", release);
    release();
    restoreRemove();
  }
}

async function loadWithRetries(url: string, options: CdnClientOptions, signal: AbortSignal): Promise<VendorClient> {
  const retries = options.retries ?? 2;
  let refusal: Promise<Refusal | undefined> | undefined;
  for (let attempt = 0; ; attempt++) {
    try {
      return await injectScript(bustCache(url), options, signal);
    } catch (error) {
      failures.set(url, (failures.get(url) ?? 0) + 1);
      if (signal.aborted || (error as { code?: string }).code !== "client-failed") throw error;
      if (!isOffline()) refusal ??= findRefusal(url, options, signal);
      const found = await refusal;
      if (attempt >= retries || found?.isFinal)
        throw isOffline() && !signal.aborted ? failure("offline", "", error) : (found?.error ?? error);
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
  let blocked: HumanConnectError | undefined;
  hearBlockReports((report) => {
    if (report.destination === "script" && report.url === url) blocked ??= refusedBy(report.policy, url);
  }, watch.signal);
  return new Promise<VendorClient>((resolve, reject) => {
    readDocument("addEventListener")(
      "securitypolicyviolation",
      (event) => {
        const isOurs = event.effectiveDirective.startsWith("script-src") && url.startsWith(event.blockedURI);
        if (event.disposition === "enforce" && isOurs)
          blocked ??= failure("client-blocked", addDirective(`script-src ${url}`));
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
    // The error event of a tag gives no reason; a policy violation may be reported shortly after it.
    script.onerror = () => setTimeout(() => reject(blocked ?? failure("client-failed", url)), 50);
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
  // Own property only: an element or a frame with this name is not a client.
  const client =
    Object.hasOwn(globalThis, "HumanConnect") && (globalThis as { HumanConnect?: VendorClient }).HumanConnect;
  return client && typeof client.open === "function" ? client : undefined;
}

/** A delay that ends early when the network is back. */
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

/**
 * Changes the URL after each failure, also of an earlier click: a cache in front of the CDN may hold a broken response, and browsers join
 * a pending request to the same URL.
 */
function bustCache(url: string): string {
  const retry = failures.get(url);
  if (!retry) return url;
  const busted = new URL(url);
  busted.searchParams.set("retry", String(retry));
  return busted.href;
}
