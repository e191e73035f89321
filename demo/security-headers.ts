import type { MiddlewareHandler } from "hono";

export interface PolicyParts {
  /** Origin of Connect: of the vendor's script (`script-src`, not with the npm client) and of its frame (`frame-src`). */
  readonly connectOrigin: string;
  /** Where the page's own scripts and styles come from: `'self'`, or a nonce. */
  readonly own: string;
  /** Names of the policies that may make trusted scripts. The kit's is `human-connect`. */
  readonly trustedTypes: string;
}

/** The strictest policy that the kit works under. What Connect needs is its origin, nothing else. */
export function contentSecurityPolicy({ connectOrigin, own, trustedTypes }: PolicyParts): string {
  return [
    "default-src 'none'",
    `script-src ${own} ${connectOrigin}`,
    `style-src ${own}`,
    "connect-src 'self'",
    "img-src 'self'",
    `frame-src ${connectOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join("; ");
}

/** Headers of every response; a page that has set a policy of its own keeps it. */
export function securityHeaders(connectOrigin: string): MiddlewareHandler {
  // Vue makes a policy as soon as it is loaded, also where nothing uses it.
  const policy = contentSecurityPolicy({ connectOrigin, own: "'self'", trustedTypes: "human-connect vue" });
  return async (context, next) => {
    await next();
    if (!context.res.headers.has("content-security-policy")) context.header("content-security-policy", policy);
    context.header("x-content-type-options", "nosniff");
    context.header("referrer-policy", "same-origin");
  };
}
