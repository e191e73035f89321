import { isLoopback, isSecure } from "../base/is-secure.js";
import { parseUrl } from "../base/parse-url.js";

/** The vendor's CDN. @see docs/vendor.md#addresses */
export const cdnOrigin = "https://cdn.humanapi.co";

/** The vendor's script, as the sandbox serves it on a developer's machine. */
const sandboxCopy = /^\/humanapi-connect-client@(latest|\d+\.\d+\.\d+)\.js$/;

let allowed: readonly string[] = [];

/** Says which origins a script may come from although markup alone names it, instead of those that were said before. */
export function allowScriptOrigins(origins: readonly string[]): void {
  allowed = origins;
}

/**
 * Whether a script may run here although nothing but markup names it, which somebody may have injected: the vendor's CDN, this
 * page's own origin, an origin that a script of the page has allowed, and between two servers of one developer's machine the
 * sandbox's copy of the vendor's script, under its own name.
 */
export function isKnownScript(address: string, page: Pick<Location, "hostname" | "origin"> = location): boolean {
  const url = parseUrl(address);
  if (!url || !isSecure(url)) return false;
  if ([cdnOrigin, page.origin, ...allowed].includes(url.origin)) return true;
  return isLoopback(page.hostname) && isLoopback(url.hostname) && sandboxCopy.test(url.pathname);
}
