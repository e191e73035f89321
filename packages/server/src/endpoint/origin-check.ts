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
export function readCallOrigin(request: Request, allowedOrigins: readonly string[]): CallOrigin {
  const { headers } = request;
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (origin !== null && allowedOrigins.includes(origin)) return { kind: "allowed", origin };
  if (site !== null) return { kind: site === "same-origin" ? "own" : "foreign" };
  if (origin === null) return { kind: "own" };
  const { url } = request;
  const hosts = [URL.canParse(url) ? new URL(url).host : undefined, headers.get("host")];
  return { kind: hosts.some((host) => host && isAt(origin, host)) ? "own" : "foreign" };
}

/**
 * Whether an origin is that of a host. Behind a proxy that ends TLS the scheme of the request is not the one of the page, so the
 * port that needs not be written is that of the page's scheme.
 */
function isAt(origin: string, host: string): boolean {
  const page = URL.canParse(origin) ? new URL(origin) : undefined;
  if (!page || !/^https?:$/.test(page.protocol)) return false;
  const ours = `${page.protocol}//${host}`;
  return URL.canParse(ours) && new URL(ours).host === page.host;
}

/**
 * Checks a list of origins.
 *
 * @throws {TypeError} for anything but an origin as browsers send it.
 */
export function readOrigins(origins: readonly string[]): readonly string[] {
  for (const origin of origins) {
    if (isOrigin(origin)) continue;
    throw new TypeError(
      `allowedOrigins holds ${JSON.stringify(origin)}. Give origins such as "https://app.example.com" or "capacitor://localhost", ` +
        "without a path.",
    );
  }
  return origins;
}

/** Schemes of documents that anybody can have: every page of them has the same origin, or none. */
const noOrigins = /^(about|blob|data|file|filesystem|javascript|view-source):/;

function isOrigin(origin: unknown): boolean {
  if (typeof origin !== "string" || !URL.canParse(origin)) return false;
  if (new URL(origin).origin === origin) return origin !== "null";
  // The URL standard gives other schemes no origin, but web views of apps and pages of browser extensions send them as theirs.
  return (
    new URL(origin).origin === "null" &&
    /^[a-z][a-z\d+.-]*:\/\/[\w.-]+(:\d{1,5})?$/.test(origin) &&
    !noOrigins.test(origin)
  );
}
