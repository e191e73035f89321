import { bare } from "./bare.js";
import { isOffline } from "./is-offline.js";
import type { HumanConnectError } from "./errors.js";
import { failure } from "./failure.js";
import { readDocument } from "./read-document.js";
import type { WidgetTarget } from "./vendor-options.js";
import { splashPath } from "./warm-frame.js";

/** A network that stumbles once is no reason to doubt. */
const secondThoughtMs = 1000;

/**
 * Finds out that the Connect page is likely to be out of reach: no network way, no such name, a content blocker, the page's own
 * isolation. Browsers show an error page in the frame then, and tell nobody: its load event comes as if all were well
 * (VENDOR.md F16). So the same origin is asked beside the frame, without token, cookie or referrer, for nothing but an answer:
 * first for the image that the vendor's client shows on pages of others, then for the page itself. Headers may forbid one of
 * the two to us where the frame may have it, hardly both.
 *
 * @param unreachable Called with `widget-failed`, or `offline`, when both questions have failed.
 */
export async function watchReach(
  { origin, baseUrl }: WidgetTarget,
  signal: AbortSignal,
  unreachable: (error: HumanConnectError) => void,
): Promise<void> {
  // A sandbox in the page: this very page has come from there.
  if (origin === location.origin) return;
  let isForbidden = false;
  readDocument("addEventListener")(
    "securitypolicyviolation",
    ({ effectiveDirective, blockedURI }) => {
      // A policy that keeps us from asking says nothing about the frame.
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
      if (!isForbidden && !signal.aborted)
        unreachable(failure(isOffline() ? "offline" : "widget-failed", origin, cause));
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
