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
  /** A session or id token. It travels in the URL, as the vendor wants it: open the URL at once and keep it nowhere. */
  token: string;
  /**
   * Where the person comes back to, with what they have connected: https (http on this machine), or the scheme of your app, such as
   * `com.example.app:/connected`. The vendor must have allowed it for your client.
   */
  callback: string | URL;
  /** Unguessable and used once; comes back with the callback. Keep it where only this device can read it. */
  state: string;
  mode?: "auth" | "select";
  segment?: string;
  pinnedProviders?: string | readonly string[];
  /** The hosted page. Default `https://hapi-link.humanapi.co/connect`. */
  hostedUrl?: string;
}

/**
 * The address of the hosted Connect page, for web views and in-app browsers where a frame cannot be shown. Redirects do not
 * post messages: the result comes back in the callback's query.
 *
 * @throws {TypeError} Naming the option that makes no sense.
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
  // The token stands in this address.
  if (!isSecure(url)) throw new TypeError("hostedConnectUrl: hostedUrl must be https (http only for localhost)");
  const query = { clientId, token, callback: back.href, mode, segment, pinnedProviders: pinnedProviders?.toString() };
  for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
  return url;
}

/**
 * Reads where the hosted page has sent the person back to.
 *
 * @param url The callback as it was opened.
 * @param expectedState The `state` of {@link hostedConnectUrl}; forget it after this call, so that the link works once.
 * @returns The session, or `undefined` when the link does not belong to this device's request or holds no result: treat it
 * as if nothing had come.
 * @throws {HumanConnectError} `token-expired`, `token-invalid` or `token-missing` when Connect refused the token: mint another
 * and open the hosted page again.
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
  if (!url) throw new TypeError(`hostedConnectUrl: ${option} is no absolute URL`);
  // What stands before the host looks like a host to a person, and is sent to nobody.
  if (url.username || url.password)
    throw new TypeError(`hostedConnectUrl: ${option} must not hold a user name or a password`);
  return url;
}

/**
 * Whether a scheme can be an app's own: one with a dot, as the platforms want it (RFC 8252, 7.1), or one that nobody else is known to
 * answer to. Browsers, the system and other apps answer to those below, and some of them run what stands in the address.
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
