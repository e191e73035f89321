import type { Host } from "./host.js";

/** The parameters of the callback, each as JSON. The vendor documents only the names (docs/vendor.md#redirects). */
const results = ["sessionResults", "currentConnections", "requestedProviders"];

/** The host of a page without a frame: when the page closes, it navigates to the callback with the results in the query. */
export function createHostedHost(): Host {
  let isLeaving = false;
  return {
    // The callback replaces the page, as a host does that removes the frame.
    isFramed: true,
    post(message) {
      const fields = message as Record<string, unknown> | null;
      if (isLeaving || fields?.["type"] !== "hapi-connect-close") return;
      isLeaving = true;
      location.replace(buildCallback(fields));
    },
  };
}

/** The sandbox has checked the callback before it sent this page. */
function buildCallback(closing: Record<string, unknown>): string {
  const callback = new URL(new URLSearchParams(location.search).get("callback") ?? "");
  const { status = "SUCCESS" } = closing;
  if (typeof status === "string") callback.searchParams.set("status", status);
  for (const name of results)
    if (closing[name] !== undefined) callback.searchParams.set(name, JSON.stringify(closing[name]));
  return callback.href;
}
