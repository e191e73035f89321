import { failure } from "./failure.js";

/** A network that stumbles once is no reason to end a session. */
const secondThoughtMs = 1000;

/**
 * Finds out that the Connect page cannot be reached at all: no network way, no such name, a content blocker, the page's own
 * isolation. Browsers show an error page in the frame then, and tell nobody: its load event comes as if all were well
 * (VENDOR.md F16). So the same origin is asked beside the frame, without token, cookie or referrer, for nothing but an answer.
 *
 * @param unreachable Called with `widget-failed` when two questions have failed.
 */
export async function watchReach(
  origin: string,
  signal: AbortSignal,
  unreachable: (error: Error) => void,
): Promise<void> {
  let isForbidden = false;
  document.addEventListener(
    "securitypolicyviolation",
    ({ effectiveDirective, blockedURI }) => {
      // A policy that keeps us from asking says nothing about the frame.
      isForbidden ||= effectiveDirective === "connect-src" && blockedURI.startsWith(origin);
    },
    { signal },
  );
  const ask = (): Promise<unknown> =>
    fetch(origin, {
      method: "HEAD",
      mode: "no-cors",
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal,
    });
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const timer = setTimeout(resolve, secondThoughtMs);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  await ask()
    .catch(() => pause().then(() => isForbidden || ask()))
    .catch((cause: unknown) => {
      if (!isForbidden && !signal.aborted) unreachable(failure("widget-failed", origin, cause));
    });
}
