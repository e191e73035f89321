import { failure } from "./words/failure.js";
import { isSecure } from "./base/is-secure.js";
import type { WidgetOptions } from "./model/widget-options.js";

/** The Connect page of clients from 1.0 on. */
export const currentBaseUrl = "https://hapi-connect.humanapi.co";

/** The marker that `createBrowserSandbox()` of the sandbox sets. */
const sandboxKey = /* @__PURE__ */ Symbol.for("human-connect-sandbox");

/** The URL of the Connect page, and the origins whose messages are accepted. */
export interface WidgetTarget {
  readonly baseUrl: string;
  readonly origin: string;
  readonly origins: readonly string[];
}

/**
 * Reads and validates the URL of the widget.
 *
 * @param defaultUrl The URL where the options have none.
 * @throws {HumanConnectError} `invalid-option`
 */
export function readTarget(options: WidgetOptions, defaultUrl: string = currentBaseUrl): WidgetTarget {
  const { baseUrl = defaultUrl, messageOrigins } = options;
  const { origin, href } = checkFrameUrl("baseUrl", baseUrl);
  if (messageOrigins && !(Array.isArray(messageOrigins) && messageOrigins.length))
    throw failure("invalid-option", "messageOrigins must be a list of one or more origins, or omitted.");
  const origins = messageOrigins?.map((trusted) => checkUrl("messageOrigins", trusted).origin) ?? [origin];
  // Never the given text: in the page it may resolve to another URL than the one validated. Clients before 2.2 append "/".
  return { baseUrl: href === `${origin}/` ? origin : href, origin, origins };
}

/**
 * Validates the URL of a frame: as {@link checkUrl}, and of another origin than this page's, because a frame of the same origin could do
 * everything that the page can. A sandbox that a script has created in this page is served from this origin, and markup cannot create
 * one.
 *
 * @throws {HumanConnectError} `invalid-option`
 */
export function checkFrameUrl(option: string, value: string): URL {
  const url = checkUrl(option, value);
  const { location, origin }: { readonly location?: Location; readonly origin?: string } = globalThis;
  if ((url.origin === location?.origin || url.origin === origin) && !(sandboxKey in globalThis))
    throw failure(
      "invalid-option",
      `${option} must not be of this page's own origin. Serve the Connect page from its own origin.`,
    );
  return url;
}

/**
 * Validates an absolute URL that code or health data may come from: https, or http on localhost, resolved identically everywhere, and
 * without credentials. Never `javascript:`, which the vendor would run in the host page (docs/vendor.md#f12).
 *
 * @throws {HumanConnectError} `invalid-option`
 */
export function checkUrl(option: string, value: string): URL {
  let url: URL | undefined;
  try {
    url = new URL(value);
  } catch {
    // Reported below, with the other invalid forms.
  }
  // "https:account" is a host by itself, and a path on an https page.
  if (!url || !isSecure(url) || !/^\s*https?:\/\//i.test(value))
    throw failure("invalid-option", `${option} must be an absolute https URL (http only for localhost).`);
  if (url.username || url.password)
    throw failure("invalid-option", `${option} must not contain a user name or a password.`);
  return url;
}

/**
 * The options of the vendor's `open()`: always a new object, because the vendor mutates it (docs/vendor.md#f15).
 *
 * @throws {HumanConnectError} `invalid-option`
 */
export function toVendorOptions(options: WidgetOptions, target: WidgetTarget, token: string): Record<string, unknown> {
  const { mode, clientId, preseed, preseededSources, inviteSessionId, config, segment, pinnedProviders } = options;
  if (mode !== undefined && mode !== "auth" && mode !== "select")
    throw failure("invalid-option", 'mode must be "auth" or "select".');
  if (mode === "select" && !clientId) throw failure("invalid-option", 'clientId is required if mode is "select".');
  if (!isLatin1Json(preseededSources ?? []))
    throw failure("invalid-option", "preseededSources must serialize to JSON with Latin-1 characters only.");
  const given = {
    token,
    baseURL: target.baseUrl,
    mode,
    clientId,
    preseed,
    preseededSources,
    inviteSessionId,
    config,
    segment,
    pinnedProviders: pinnedProviders && String(pinnedProviders),
    // Event mode: the vendor logs no deprecation warning and passes its shared payload to no callback of the kit.
    version: "V2",
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

// The vendor's encoder supports Latin-1 only, and throws halfway through `open()`.
function isLatin1Json(value: unknown): boolean {
  try {
    return !/[\u0100-\uffff]/.test(JSON.stringify(value));
  } catch {
    return false;
  }
}
