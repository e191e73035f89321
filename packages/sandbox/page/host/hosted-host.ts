import type { Host } from "./host.js";

/** What the callback receives, each as JSON. The vendor documents the names alone (docs/vendor.md#redirects). */
const results = ["sessionResults", "currentConnections", "requestedProviders"];

/** Nobody frames this page: when it closes, it leads back to the callback with what happened in the query. */
export function createHostedHost(): Host {
  let isLeaving = false;
  return {
    // Somebody takes the person away, as a host that frames the page does.
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
