import { isKnownScript, isLoopback, isSecure, parseUrl } from "@human-connect/core/face";
import { readConfiguration, type ElementsConfiguration } from "./configure-elements.js";

/** What the rules need to know about the page of the element. */
export type ElementPage = Pick<Location, "hostname" | "origin">;

type Origins = Exclude<keyof ElementsConfiguration, "prefetchToken">;

/** Origins of Human API's Connect pages. @see docs/vendor.md#addresses */
const connectOrigins = ["https://hapi-connect.humanapi.co", "https://connect.humanapi.co"];

/** Values that old clients write into the frame's URL unencoded (docs/vendor.md#options), so that they could inject another token. */
const pasted = ["client-id", "config", "invite-session-id"] as const;

type Read = (name: string) => string | null | undefined;

/**
 * Attributes are markup, which an attacker may have injected: they may do no more than a form could. These are the rules for addresses;
 * docs/decisions/0014-what-attributes-may-do.md explains why.
 *
 * @returns What is wrong with an address, and how to fix it; undefined for an allowed address.
 */
export function judgeClientUrl(value: string, page: ElementPage = location): string | undefined {
  if (isKnownScript(value, page)) return undefined;
  return explain("client-url", "Human API's CDN (https://cdn.humanapi.co) or this site", "clientOrigins");
}

/** Whether a URL is of this site and no script of the page has allowed its origin. */
export function isOfThisSite(value: string): boolean {
  const origin = parseUrl(value)?.origin;
  return origin === location.origin && !readConfiguration().clientOrigins.includes(origin);
}

/** Checks `base-url`: the token is sent there. The page's own origin is never a Connect page. */
export function judgeBaseUrl(value: string, page: ElementPage = location): string | undefined {
  const url = parseUrl(value);
  if (url?.searchParams.has("token"))
    return "base-url must not contain a token: the token comes from token-url or getToken.";
  const isOther = url && isSecure(url) && url.origin !== page.origin;
  if (isOther && isAllowed(url, connectOrigins, "connectOrigins")) return undefined;
  if (isOther && isLoopback(page.hostname) && isLoopback(url.hostname)) return undefined;
  return explain("base-url", `Human API's Connect (${connectOrigins.join(" or ")})`, "connectOrigins");
}

/** Checks `token-url`: its response decides whose record Connect opens, and the request carries the cookies of this site. */
export function judgeTokenUrl(url: URL | undefined, page: Pick<ElementPage, "origin">): string | undefined {
  // Not only the origin: a blob: URL has the origin of the page that created it.
  if (url && /^https?:$/.test(url.protocol) && url.origin === page.origin) return undefined;
  if (url && isSecure(url) && isAllowed(url, [], "tokenOrigins")) return undefined;
  return explain("token-url", "this site", "tokenOrigins");
}

/** Checks that each value stays a single value in the URL that the client builds. */
export function judgeValues(read: Read): string | undefined {
  const version = read("client-version")?.trim();
  if (version && !/^[a-z0-9][\w.-]*$/i.test(version))
    return 'client-version must be "latest" or a version such as "2.4.1".';
  const wrong = pasted.find((name) => /[&#]/.test(read(name) ?? ""));
  return wrong && `${wrong} must not contain & or #.`;
}

function isAllowed({ origin }: URL, known: readonly string[], option: Origins): boolean {
  return known.includes(origin) || readConfiguration()[option].includes(origin);
}

function explain(attribute: string, known: string, option: Origins): string {
  const query = option.replace("O", "-o");
  return (
    `${attribute} must be a URL of ${known}. To allow another origin, call configureElements({ ${option}: ["https://…"] }) ` +
    `in a script of the page, or add ?${query}=https://… to the URL of human-connect.js.`
  );
}
