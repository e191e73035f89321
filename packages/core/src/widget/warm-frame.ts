import { bare } from "../base/bare.js";
import { checkDocument } from "../page/check-document.js";
import { readDocument } from "../page/read-document.js";
import type { WidgetTarget } from "../vendor-options.js";
import { removeNode } from "../page/remove-node.js";

/** Browsers close an unused socket after about this time. */
const warmMs = 60_000;

/** An image that the vendor's client shows on host pages. */
export const splashPath = "/images/data-source-type-icons/launch-connect-text.svg";

const warmed = /* @__PURE__ */ new Map<string, number>();

/**
 * Opens a connection to the Connect page's origin ahead of time, in the only way that helps: browsers partition sockets by the site of
 * the frame, so `preconnect` warms the wrong one. The frame shows the vendor's splash image: no token, no page.
 *
 * @param signal Removes the frame, if it is still there.
 * @returns Rejects where Connect cannot be shown.
 */
export async function warmConnection({ origin }: WidgetTarget, signal?: AbortSignal): Promise<void> {
  checkDocument();
  // A sandbox in the page needs no connection.
  if (signal?.aborted || Date.now() - (warmed.get(origin) ?? 0) < warmMs || origin === location.origin) return;
  warmed.set(origin, Date.now());
  const frame = readDocument("createElement")("iframe");
  const remove = (): void => {
    clearTimeout(timer);
    removeNode(frame);
  };
  const timer = setTimeout(remove, 5000);
  frame.onload = remove;
  signal?.addEventListener("abort", remove, bare({ once: true }));
  frame.hidden = true;
  frame.ariaHidden = "true";
  frame.tabIndex = -1;
  frame.referrerPolicy = "no-referrer";
  frame.src = origin + splashPath;
  readDocument("documentElement").append(frame);
}
