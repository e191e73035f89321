import { allowScriptOrigins, isSecure, parseUrl } from "@human-connect/core";

/** What a script of the page allows to the attributes of its elements. An origin is written as `"https://cdn.example"`. */
export interface ElementsConfiguration {
  /** Origins that `client-url` may name, besides the vendor's CDN and this site: their scripts run in this page. Default none. */
  clientOrigins?: readonly string[];
  /** Origins that `base-url` may name, besides Human API's own: they are given the person's token. Default none. */
  connectOrigins?: readonly string[];
  /** Origins that `token-url` may name, besides this site: they say whose record Connect is opened for. Default none. */
  tokenOrigins?: readonly string[];
  /**
   * Lets `prefetch-token` ask your backend, and a `client-url` of this site be loaded, before anybody has clicked: on hover, focus or
   * touch, or as `prepare-on` says. Default false, because somebody may have injected these attributes.
   */
  prefetchToken?: boolean;
}

const lists = ["clientOrigins", "connectOrigins", "tokenOrigins"] as const;

let current: Required<ElementsConfiguration> = {
  clientOrigins: [],
  connectOrigins: [],
  tokenOrigins: [],
  prefetchToken: false,
};

/**
 * Says what attributes may do beyond what is safe for markup that somebody else may have written. What is given replaces what was
 * said before, and counts for every element of this copy of the kit from now on. Properties that a script sets (`getToken`,
 * `options`, `client`) need none of it.
 *
 * @throws {TypeError} For an option that there is not, or a value that makes no sense; then nothing has changed.
 * @example configureElements({ clientOrigins: ["https://cdn.example"] });
 */
export function configureElements(configuration: ElementsConfiguration): void {
  if (typeof configuration !== "object" || configuration === null)
    throw new TypeError('configureElements takes an object such as { clientOrigins: ["https://cdn.example"] }.');
  const next = { ...current };
  for (const [name, value] of Object.entries(configuration)) {
    if (value === undefined) continue;
    if (isList(name)) next[name] = readOrigins(name, value);
    else if (name === "prefetchToken" && typeof value === "boolean") next.prefetchToken = value;
    else
      throw new TypeError(
        name === "prefetchToken"
          ? "configureElements: prefetchToken is true or false."
          : `configureElements: there is no option ${JSON.stringify(name)}. There are ${lists.join(", ")} and prefetchToken.`,
      );
  }
  current = next;
  allowScriptOrigins(next.clientOrigins);
}

/** What was said last. */
export function readConfiguration(): Readonly<Required<ElementsConfiguration>> {
  return current;
}

function isList(name: string): name is (typeof lists)[number] {
  return (lists as readonly string[]).includes(name);
}

function readOrigins(name: string, value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every(isOrigin)) return [...value];
  throw new TypeError(
    `configureElements: ${name} is a list of origins such as "https://cdn.example", without a path (http only for localhost).`,
  );
}

function isOrigin(value: unknown): value is string {
  const url = typeof value === "string" && parseUrl(value);
  if (!url) return false;
  // A star is a name like any other to a URL, and would match nothing.
  return isSecure(url) && url.origin === value && !value.includes("*");
}
