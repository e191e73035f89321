import { isLoopback, isSecure } from "../base/is-secure.js";
import { parseUrl } from "../base/parse-url.js";

/** The vendor's CDN. @see docs/vendor.md#addresses */
export const cdnOrigin = "https://cdn.humanapi.co";

/** The path at which the sandbox serves the vendor's script on a developer's machine. */
const sandboxCopy = /^\/humanapi-connect-client@(latest|\d+\.\d+\.\d+)\.js$/;

let allowed: readonly string[] = [];

/** Sets the origins that a script URL from markup may have, replacing those set before. */
export function allowScriptOrigins(origins: readonly string[]): void {
  allowed = origins;
}

/**
 * Whether a script URL from markup may be loaded, although the markup may be injected: from the vendor's CDN, from this page's own
 * origin, from an origin that a script of the page has allowed, or, if both servers run on localhost, the sandbox's copy of the vendor's
 * script under its own name.
 */
export function isKnownScript(address: string, page: Pick<Location, "hostname" | "origin"> = location): boolean {
  const url = parseUrl(address);
  if (!url || !isSecure(url)) return false;
  if ([cdnOrigin, page.origin, ...allowed].includes(url.origin)) return true;
  return isLoopback(page.hostname) && isLoopback(url.hostname) && sandboxCopy.test(url.pathname);
}
