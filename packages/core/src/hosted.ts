import { bare } from "./base/bare.js";
import { readRefusal } from "./vendor/close-status.js";
import { HumanConnectError } from "./model/errors.js";
import { isSecure } from "./base/is-secure.js";
import { normalizeSession, type ConnectSession } from "./model/session.js";
import { parseUrl } from "./base/parse-url.js";

/** Parameters of the hosted page. @see docs/vendor.md#redirects */
export interface HostedConnectOptions {
  /** Your client id. */
  clientId: string;
  /** A session or id token. The vendor requires it in the URL: open the URL at once and do not store it. */
  token: string;
  /**
   * Where Connect redirects the user, with the result: https (http on localhost), or the URL scheme of your app, such as
   * `com.example.app:/connected`. The vendor must have allowed it for your client.
   */
  callback: string | URL;
  /** Unguessable and used once; returned in the callback URL. Store it where only this device can read it. */
  state: string;
  mode?: "auth" | "select" | undefined;
  segment?: string | undefined;
  pinnedProviders?: string | readonly string[] | undefined;
  /** The hosted page. Default `https://hapi-link.humanapi.co/connect`. */
  hostedUrl?: string | undefined;
}

/**
 * Builds the URL of the hosted Connect page, for web views and in-app browsers that cannot show a frame. A redirect does not post
 * messages: the callback's query holds the result.
 *
 * @throws {TypeError} Naming the invalid option.
 */
export function hostedConnectUrl(options: HostedConnectOptions): URL {
  const { clientId, token, callback, state, mode, segment, pinnedProviders, hostedUrl } = bare(options);
  for (const [name, value] of Object.entries({ clientId, token, callback, state })) {
    if (!String(value ?? "").trim()) throw new TypeError(`hostedConnectUrl: ${name} is missing`);
  }
  const back = parse("callback", callback);
  if (!isSecure(back) && !isAppScheme(back))
    throw new TypeError(
      "hostedConnectUrl: callback must be https (http only for localhost), or the scheme of your app, such as com.example.app:/back",
    );
  back.searchParams.set("state", state);
  const url = parse("hostedUrl", hostedUrl ?? "https://hapi-link.humanapi.co/connect");
  // This URL contains the token.
  if (!isSecure(url)) throw new TypeError("hostedConnectUrl: hostedUrl must be https (http only for localhost)");
  const query = { clientId, token, callback: back.href, mode, segment, pinnedProviders: pinnedProviders?.toString() };
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
  return url;
}

/**
 * Reads the callback URL that the hosted page redirected the user to.
 *
 * @param url The callback URL, unchanged.
 * @param expectedState The `state` of {@link hostedConnectUrl}; delete it after this call, so that the link works once.
 * @returns The session, or `undefined` when the link does not belong to a request of this device or contains no result: ignore such a
 * link.
 * @throws {HumanConnectError} `token-expired`, `token-invalid` or `token-missing` when Connect refused the token: create a new one and
 * open the hosted page again.
 */
export function readHostedCallback(url: string | URL, expectedState: string): ConnectSession | undefined {
  const searchParams = parseUrl(url)?.searchParams;
  if (!searchParams) return undefined;
  if (!expectedState || searchParams.get("state") !== expectedState) return undefined;
  const refused = readRefusal(searchParams.get("status"));
  if (refused)
    throw new HumanConnectError(
      `token-${refused}`,
      "Connect refused the token of this link. Mint another and open the hosted page again.",
    );
  const raw = bare<Record<string, unknown>>({});
  for (const name of ["sessionResults", "currentConnections", "requestedProviders"]) {
    const value = readJson(searchParams.get(name));
    if (value !== undefined) raw[name] = value;
  }
  return Object.keys(raw).length ? normalizeSession(raw) : undefined;
}

function parse(option: string, value: string | URL): URL {
  const url = parseUrl(value);
  if (!url) throw new TypeError(`hostedConnectUrl: ${option} must be an absolute URL`);
  // A user name in front of the host looks like the host to a user, and no server receives it.
  if (url.username || url.password)
    throw new TypeError(`hostedConnectUrl: ${option} must not contain a user name or a password`);
  return url;
}

/**
 * Whether a scheme can belong to an app: one with a dot, as the platforms require (RFC 8252, 7.1), or one that is not known to belong to
 * another program. Browsers, operating systems and other apps handle the schemes below, and some of them execute the content of the URL.
 */
function isAppScheme({ protocol }: URL): boolean {
  const scheme = protocol.slice(0, -1);
  return scheme.includes(".") || !knownSchemes.test(scheme);
}

const knownSchemes =
  /^(javascript|vbscript|livescript|data|blob|filesystem|file|about|view-source|content|jar|res|resource|mhtml|wyciwyg|cid|mid|feed|https?|wss?|ftps?|sftp|tftp|gopher|telnet|ssh|ldaps?|dict|irc[6s]?|news|nntp|rtsp|rtmp|smb|nfs|dav|urn|magnet|ip[fn]s|mailto|tel|callto|sms(to)?|mms|facetime(-audio)?|geo|maps|market|intents?|android-app|itms(-.+)?|x-(apple|web)-.+|web\+.+|(ms|chrome|edge|moz|safari|webkit|opera|brave|vivaldi)-.+|chrome|edge|opera|brave|vivaldi)$/;

function readJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
