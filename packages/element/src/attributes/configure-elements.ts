import { allowScriptOrigins, isSecure, parseUrl } from "@human-connect/core/face";

/** What a script of the page allows the attributes of its elements. Write an origin as `"https://cdn.example"`. */
export interface ElementsConfiguration {
  /** Origins that `client-url` may name, besides the vendor's CDN and this site: their scripts run in this page. Default none. */
  clientOrigins?: readonly string[] | undefined;
  /** Origins that `base-url` may name, besides Human API's own: they receive the user's token. Default none. */
  connectOrigins?: readonly string[] | undefined;
  /** Origins that `token-url` may name, besides this site: their responses decide whose record Connect opens. Default none. */
  tokenOrigins?: readonly string[] | undefined;
  /**
   * Lets `prefetch-token` request a token from your backend, and a `client-url` of this site load, before the first click: on hover,
   * focus or touch, or as `prepare-on` says. Default false, because an attacker may have injected these attributes.
   */
  prefetchToken?: boolean | undefined;
}

const lists = ["clientOrigins", "connectOrigins", "tokenOrigins"] as const;

let current: Required<ElementsConfiguration> = {
  clientOrigins: [],
  connectOrigins: [],
  tokenOrigins: [],
  prefetchToken: false,
};

/**
 * Allows attributes more than is safe for injected markup. The given options replace earlier ones and apply to every element of this
 * copy of the kit from now on. Properties that a script sets (`getToken`, `options`, `client`) need no permission.
 *
 * @throws {TypeError} For an unknown option or an invalid value; the configuration is then unchanged.
 * @example configureElements({ clientOrigins: ["https://cdn.example"] });
 */
export function configureElements(configuration: ElementsConfiguration): void {
  if (typeof configuration !== "object" || configuration === null)
    throw new TypeError('configureElements expects an object such as { clientOrigins: ["https://cdn.example"] }.');
  const next = { ...current };
  for (const [name, value] of Object.entries(configuration)) {
    if (value === undefined) continue;
    if (isList(name)) next[name] = readOrigins(name, value);
    else if (name === "prefetchToken" && typeof value === "boolean") next.prefetchToken = value;
    else
      throw new TypeError(
        name === "prefetchToken"
          ? "configureElements: prefetchToken must be true or false."
          : `configureElements: unknown option ${JSON.stringify(name)}. Known options are ${lists.join(", ")} and prefetchToken.`,
      );
  }
  current = next;
  allowScriptOrigins(next.clientOrigins);
}

/** The current configuration. */
export function readConfiguration(): Readonly<Required<ElementsConfiguration>> {
  return current;
}

function isList(name: string): name is (typeof lists)[number] {
  return (lists as readonly string[]).includes(name);
}

function readOrigins(name: string, value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every(isOrigin)) return [...value];
  throw new TypeError(
    `configureElements: ${name} must be a list of origins such as "https://cdn.example", without a path (http only for localhost).`,
  );
}

function isOrigin(value: unknown): value is string {
  const url = typeof value === "string" && parseUrl(value);
  if (!url) return false;
  // "*" is a valid host name character to the URL parser, and would match no origin.
  return isSecure(url) && url.origin === value && !value.includes("*");
}
