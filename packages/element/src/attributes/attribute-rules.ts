import { isKnownScript, isLoopback, isSecure, parseUrl } from "@human-connect/core";
import { readConfiguration, type ElementsConfiguration } from "./configure-elements.js";

/** What is known about the page that holds the element. */
export type ElementPage = Pick<Location, "hostname" | "origin">;

type Origins = Exclude<keyof ElementsConfiguration, "prefetchToken">;

/** Origins of Human API's Connect pages. @see docs/vendor.md#addresses */
const connectOrigins = ["https://hapi-connect.humanapi.co", "https://connect.humanapi.co"];

/** Values that old clients write into the frame's address unencoded (docs/vendor.md#options), so that one could add another token. */
const pasted = ["client-id", "config", "invite-session-id"] as const;

type Read = (name: string) => string | null | undefined;

/**
 * Attributes are markup, and somebody else may have written it: by itself it may do no more than a form. These are the rules for
 * addresses; docs/decisions/0014-what-attributes-may-do.md says why.
 *
 * @returns What is wrong with an address, and what to do about it.
 */
export function judgeClientUrl(value: string, page: ElementPage = location): string | undefined {
  if (isKnownScript(value, page)) return undefined;
  return explain("client-url", "Human API's CDN (https://cdn.humanapi.co) or this site", "clientOrigins");
}

/** Whether an address is of this site, and no script of the page has allowed it by name. */
export function isOfThisSite(value: string): boolean {
  const origin = parseUrl(value)?.origin;
  return origin === location.origin && !readConfiguration().clientOrigins.includes(origin);
}

/** The token goes there. The page's own origin is never one for Connect. */
export function judgeBaseUrl(value: string, page: ElementPage = location): string | undefined {
  const url = parseUrl(value);
  if (url?.searchParams.has("token"))
    return "base-url brings a token along. The token comes from token-url or getToken.";
  const isOther = url && isSecure(url) && url.origin !== page.origin;
  if (isOther && isAllowed(url, connectOrigins, "connectOrigins")) return undefined;
  if (isOther && isLoopback(page.hostname) && isLoopback(url.hostname)) return undefined;
  return explain("base-url", `Human API's Connect (${connectOrigins.join(" or ")})`, "connectOrigins");
}

/** Whoever answers there says whose record Connect is opened for, and is asked with the cookies of this site. */
export function judgeTokenUrl(url: URL | undefined, page: Pick<ElementPage, "origin">): string | undefined {
  // Not the origin alone: a blob: URL has that of the page that made it.
  if (url && /^https?:$/.test(url.protocol) && url.origin === page.origin) return undefined;
  if (url && isSecure(url) && isAllowed(url, [], "tokenOrigins")) return undefined;
  return explain("token-url", "this site", "tokenOrigins");
}

/** A value that stays one value, whatever the client makes of it. */
export function judgeValues(read: Read): string | undefined {
  const version = read("client-version")?.trim();
  if (version && !/^[a-z0-9][\w.-]*$/i.test(version))
    return 'client-version is "latest", or a version such as "2.4.1".';
  const wrong = pasted.find((name) => /[&#]/.test(read(name) ?? ""));
  return wrong && `${wrong} has neither & nor # in it.`;
}

function isAllowed({ origin }: URL, known: readonly string[], option: Origins): boolean {
  return known.includes(origin) || readConfiguration()[option].includes(origin);
}

function explain(attribute: string, known: string, option: Origins): string {
  const query = option.replace("O", "-o");
  return (
    `${attribute} may name an address of ${known}. Another origin has to be allowed by a script of the page: ` +
    `configureElements({ ${option}: ["https://…"] }), or ?${query}=https://… on the address of human-connect.js.`
  );
}
