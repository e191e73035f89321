import { contentSecurityPolicy, type ContentSecurityPolicyOptions, toPolicyHeader } from "@human-connect/server";
import type { MiddlewareHandler } from "hono";

/**
 * The strictest policy that a page of ours works under: its own files, and what the kit says that it needs.
 *
 * @param own Where the page's own scripts and styles come from: `'self'`, or a nonce.
 * @param kit How the page uses the kit.
 */
export function writePolicy(own: string, kit: ContentSecurityPolicyOptions): string {
  const page = {
    "default-src": ["'none'"],
    "script-src": [own],
    "style-src": [own],
    "img-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["'none'"],
  };
  return toPolicyHeader(page, contentSecurityPolicy(kit));
}

/** Headers of every response; a page that has set a policy of its own keeps it. */
export function securityHeaders({ connectUrl, cdnUrl }: { connectUrl: string; cdnUrl: string }): MiddlewareHandler {
  // Vue makes a policy as soon as it is loaded, also where nothing uses it.
  const policy = writePolicy("'self'", { baseUrl: connectUrl, client: { url: cdnUrl }, trustedTypes: ["vue"] });
  return async (context, next) => {
    await next();
    if (!context.res.headers.has("content-security-policy")) context.header("content-security-policy", policy);
    context.header("x-content-type-options", "nosniff");
    context.header("referrer-policy", "same-origin");
  };
}
