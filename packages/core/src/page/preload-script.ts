import { readDocument } from "./read-document.js";
import { removeNode } from "./remove-node.js";

/** What the tag of the script will have: a browser reuses a download only for a tag that asks in the same way. */
export interface ScriptHint {
  readonly integrity?: string | undefined;
  readonly nonce?: string | undefined;
  readonly crossOrigin?: string | undefined;
}

const hints = /* @__PURE__ */ new Map<string, HTMLLinkElement>();

/**
 * Asks the browser to download a script ahead of its tag. Does nothing in simulated documents and in browsers that cannot.
 *
 * @throws What the document throws; nothing depends on a hint.
 */
export function preloadScript(url: string, { integrity, nonce, crossOrigin }: ScriptHint): void {
  const link = readDocument("createElement")("link");
  if (hints.has(url) || !link.relList.supports("preload")) return;
  link.rel = "preload";
  link.as = "script";
  // The page's URL may identify a patient.
  link.referrerPolicy = "no-referrer";
  if (integrity) link.integrity = integrity;
  if (nonce) link.nonce = nonce;
  if (crossOrigin) link.crossOrigin = crossOrigin;
  link.href = url;
  hints.set(url, link);
  readDocument("head").append(link);
}

/** Removes the hints from the page: the script has loaded, or is not waited for. */
export function dropPreloads(): void {
  for (const link of hints.values()) removeNode(link);
  hints.clear();
}
