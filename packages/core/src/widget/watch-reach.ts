import { bare } from "../base/bare.js";
import { hearBlockReports } from "../page/block-reports.js";
import { isOffline } from "../base/is-offline.js";
import type { HumanConnectError } from "../model/errors.js";
import { failure } from "../words/failure.js";
import { readDocument } from "../page/read-document.js";
import type { WidgetTarget } from "../vendor-options.js";
import { splashPath } from "./warm-frame.js";

/** A network that stumbles once is no reason to doubt. */
const secondThoughtMs = 1000;

/**
 * Finds out that the Connect page is likely to be out of reach: no network way, no such name, a content blocker, the page's own
 * isolation. Browsers then show an error page in the frame and fire its load event all the same (docs/vendor.md#f16).
 *
 * What the browser reports of the frame itself counts first. Beside that, the same origin is asked, without token, cookie or referrer,
 * for nothing but an answer: first for the image that the vendor's client shows on pages of others, then for the page itself. Headers
 * may forbid one of the two to us where the frame may have it, hardly both. A policy that keeps us from asking says nothing about the
 * frame: Document-Isolation-Policy stops the question alone, Cross-Origin-Embedder-Policy may stop either.
 *
 * @param unreachable Called once, with `widget-failed`, or `offline`: the frame was blocked, or both questions have failed.
 */
export async function watchReach(
  { origin, baseUrl }: WidgetTarget,
  signal: AbortSignal,
  unreachable: (error: HumanConnectError) => void,
): Promise<void> {
  // A sandbox in the page: this very page has come from there.
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

/** Ends early with the session. */
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
