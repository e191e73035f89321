import { bare } from "../base/bare.js";
import type { Surroundings } from "../vendor/dialect.js";
import { readJsonMessage } from "./message.js";
import { readDocument } from "../page/read-document.js";
import { checkFrameUrl } from "../vendor-options.js";
import { removeNode } from "../page/remove-node.js";

/**
 * Shows the second frame in which the legacy page lets the user sign in to a source. Only the Connect frame may request it, and only with
 * an https URL of another origin than this page's: the vendor's script opens any URL for any window (docs/vendor.md#f12).
 */
export function attendPopups(frame: HTMLIFrameElement, { target, place, signal }: Surroundings): void {
  let popup: HTMLIFrameElement | undefined;
  const close = (): void => {
    removeNode(popup);
    popup = undefined;
  };
  const open = (asked: unknown): void => {
    const url = readUrl(asked);
    if (!url) return;
    close();
    popup = readDocument("createElement")("iframe");
    popup.referrerPolicy = "no-referrer";
    popup.title = "Sign in";
    Object.assign(popup.style, { background: "#fff", zIndex: frame.style.zIndex });
    popup.src = url;
    popup.addEventListener("load", () => popup?.focus({ preventScroll: true }), bare({ once: true }));
    place(popup);
  };
  const resume = (): void => {
    if (popup) frame.focus({ preventScroll: true });
    close();
    frame.contentWindow?.postMessage(JSON.stringify({ type: "hapi-external-auth-added" }), target.origin);
  };
  const listen = (event: MessageEvent): void => {
    if (!event.isTrusted || !target.origins.includes(event.origin)) return;
    const message = readJsonMessage(event.data);
    switch (message?.["type"]) {
      case "hapi-connect-popup-iframe":
        if (event.source === frame.contentWindow) open(message["url"]);
        break;
      // The message comes from the second frame or from a window that it opened.
      case "hapi-close-popup-iframe":
      case "hapi-close-popup-mobile":
        resume();
    }
  };
  window.addEventListener("message", listen, bare({ signal }));
  signal.addEventListener("abort", close);
}

/** The validated URL, because the page may resolve the text to another one. */
function readUrl(asked: unknown): string | undefined {
  try {
    return typeof asked === "string" ? checkFrameUrl("url", asked).href : undefined;
  } catch {
    return undefined;
  }
}
