import type { Reply } from "../reply/json-reply.js";

/**
 * The origin of a request, according to its headers: `own` for a page of the endpoint's own origin, or for a client that is not a
 * browser; `allowed` for a page of an origin in `allowedOrigins`.
 */
export type CallOrigin = "own" | "allowed" | "foreign";

/**
 * Tells whether a request comes from a page that may use the user's cookie. Browsers send headers that no page can set:
 * `Sec-Fetch-Site`, which proxies do not affect; older browsers send only `Origin`, whose host is compared with the endpoint's. A
 * client that sends neither is not a browser, and has no cookie of a user to abuse.
 *
 * @param allowedOrigins Other origins whose pages may call the endpoint.
 * @see https://web.dev/articles/fetch-metadata
 */
export function readCallOrigin(request: Request, allowedOrigins: readonly string[]): CallOrigin {
  const { headers } = request;
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (origin !== null && allowedOrigins.includes(origin)) return "allowed";
  if (site !== null) return site === "same-origin" ? "own" : "foreign";
  if (origin === null) return "own";
  const { url } = request;
  const hosts = [URL.canParse(url) ? new URL(url).host : undefined, headers.get("host")];
  return hosts.some((host) => host && isAt(origin, host)) ? "own" : "foreign";
}

/** Lets a page of an allowed origin read the reply. */
export function allowOrigin(reply: Reply, request: Request, allowedOrigins: readonly string[]): Reply {
  const origin = allowedOrigins.length > 0 ? request.headers.get("origin") : null;
  if (origin === null || !allowedOrigins.includes(origin)) return reply;
  const headers = {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": "retry-after",
  };
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

/**
 * Whether an origin has the given host. Behind a proxy that terminates TLS, the scheme of the request differs from that of the page,
 * so the default port is that of the page's scheme.
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
 * @throws {TypeError} for a value that is not an origin as browsers send it.
 */
export function readOrigins(origins: readonly string[]): readonly string[] {
  for (const origin of origins) {
    if (isOrigin(origin)) continue;
    throw new TypeError(
      `allowedOrigins contains ${JSON.stringify(origin)}. Pass origins such as "https://app.example.com" or "capacitor://localhost", ` +
        "without a path.",
    );
  }
  return origins;
}

/** Schemes that any page can use: all of their documents have the same origin, or none. */
const noOrigins = /^(about|blob|data|file|filesystem|javascript|view-source):/;

function isOrigin(origin: unknown): boolean {
  if (typeof origin !== "string" || !URL.canParse(origin)) return false;
  if (new URL(origin).origin === origin) return origin !== "null";
  // By the URL standard, other schemes have no origin, but web views of apps and pages of browser extensions send them in `Origin`.
  return (
    new URL(origin).origin === "null" &&
    /^[a-z][a-z\d+.-]*:\/\/[\w.-]+(:\d{1,5})?$/.test(origin) &&
    !noOrigins.test(origin)
  );
}
