/** Where a call comes from, as far as it says. */
export type CallOrigin =
  /** The page of our own origin, or no browser at all. */
  | { kind: "own" }
  /** A page of an origin that the host has allowed. */
  | { kind: "allowed"; origin: string }
  | { kind: "foreign" };

/**
 * Tells whether a call comes from a page that may ask with the person's cookie. Browsers say so in headers that no page can set:
 * in `Sec-Fetch-Site`, which a proxy in between does not disturb, and older ones in `Origin` alone, whose host is compared with
 * ours. A client that sends neither is no browser and has no cookie of a person to abuse.
 *
 * @param allowedOrigins Other origins whose pages may ask.
 * @see https://web.dev/articles/fetch-metadata
 */
export function readCallOrigin({ headers, url }: Request, allowedOrigins: readonly string[]): CallOrigin {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (origin !== null && allowedOrigins.includes(origin)) return { kind: "allowed", origin };
  if (site !== null) return { kind: site === "same-origin" ? "own" : "foreign" };
  if (origin === null) return { kind: "own" };
  const host = URL.canParse(origin) ? new URL(origin).host : undefined;
  // Behind a proxy that ends TLS the scheme of the request is not the one of the page.
  return { kind: host === new URL(url).host || host === headers.get("host") ? "own" : "foreign" };
}

/**
 * Checks a list of origins.
 *
 * @throws {TypeError} for anything but an origin as browsers send it.
 */
export function readOrigins(origins: readonly string[]): readonly string[] {
  for (const origin of origins) {
    if (URL.canParse(origin) && new URL(origin).origin === origin && origin !== "null") continue;
    throw new TypeError(
      `allowedOrigins holds ${JSON.stringify(origin)}. Give origins such as "https://app.example.com", without a path.`,
    );
  }
  return origins;
}
