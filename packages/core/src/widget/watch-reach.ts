import { bare } from "../base/bare.js";
import { hearBlockReports } from "../page/block-reports.js";
import { isOffline } from "../base/is-offline.js";
import type { HumanConnectError } from "../model/errors.js";
import { failure } from "../words/failure.js";
import { readDocument } from "../page/read-document.js";
import type { WidgetTarget } from "../vendor-options.js";
import { splashPath } from "./warm-frame.js";

/** Delay before the second request, in milliseconds: a single network error does not make the page unreachable. */
const secondThoughtMs = 1000;

/**
 * Detects that the Connect page is probably unreachable: no network, an unknown host, a content blocker, the page's own isolation.
 * Browsers then show an error page in the frame and fire its load event all the same (docs/vendor.md#f16).
 *
 * A report of the browser about the frame itself takes precedence. In addition, the same origin is requested, without token, cookie or
 * referrer, ignoring the content of the answer: first the image that the vendor's client shows on host pages, then the page itself.
 * Headers may forbid the kit one of the two and allow it to the frame, hardly both. A policy that blocks the kit's request says nothing
 * about the frame: Document-Isolation-Policy blocks the request only, Cross-Origin-Embedder-Policy may block either.
 *
 * @param unreachable Called once, with `widget-failed`, or `offline`: the frame was blocked, or both requests have failed.
 */
export async function watchReach(
  { origin, baseUrl }: WidgetTarget,
  signal: AbortSignal,
  unreachable: (error: HumanConnectError) => void,
): Promise<void> {
  // A sandbox in the page: this page was loaded from the same origin.
  if (origin === location.origin) return;
  let isForbidden = false;
  let isTold = false;
  const tell = (cause?: unknown): void => {
    if (!isTold && !signal.aborted) unreachable(failure(isOffline() ? "offline" : "widget-failed", origin, cause));
    isTold = true;
  };
  hearBlockReports(({ url, destination }) => {
    if (!url.startsWith(`${origin}/`)) return;
    if (destination === "iframe") tell();
    else isForbidden = true;
  }, signal);
  readDocument("addEventListener")(
    "securitypolicyviolation",
    ({ effectiveDirective, blockedURI }) => {
      isForbidden ||= effectiveDirective === "connect-src" && blockedURI.startsWith(origin);
    },
    bare({ signal }),
  );
  const ask = (url: string): Promise<unknown> =>
    fetch(
      url,
      bare<RequestInit>({
        method: "HEAD",
        mode: "no-cors",
        cache: "no-store",
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal,
      }),
    );
  await ask(origin + splashPath)
    .catch(() => pause(signal).then(() => isForbidden || ask(baseUrl)))
    .catch((cause: unknown) => {
      if (!isForbidden) tell(cause);
    });
}

/** A delay that ends early with the session. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, secondThoughtMs);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
