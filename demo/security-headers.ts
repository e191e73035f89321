import type { MiddlewareHandler } from "hono";

/**
 * The strictest policy that the kit works under. What Connect needs is the vendor's script (`script-src`, not with the npm
 * client) and its frame (`frame-src`), nothing else.
 */
export function securityHeaders(connectOrigin: string): MiddlewareHandler {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${connectOrigin}`,
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    `frame-src ${connectOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types human-connect",
  ].join("; ");
  return async (context, next) => {
    await next();
    context.header("content-security-policy", policy);
    context.header("x-content-type-options", "nosniff");
    context.header("referrer-policy", "same-origin");
  };
}
