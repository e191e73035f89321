import { HumanConnectError } from "../model/errors.js";
import { isSecure } from "../base/is-secure.js";
import type { TokenContext } from "./token-grant.js";
import { readDocument } from "../page/read-document.js";
import { parseUrl } from "../base/parse-url.js";

/**
 * Requests a token from `tokenUrl`: POST, cookies of this origin, JSON. The lazy part reads the answer.
 *
 * @throws {HumanConnectError} `invalid-option` before anything is sent.
 */
export function fetchToken(tokenUrl: string | undefined, { signal, reason }: TokenContext): Promise<Response> {
  const url = tokenUrl ? parseUrl(tokenUrl, readDocument("baseURI")) : undefined;
  // Only an absolute URL may leave the page's origin: an injected `<base>` changes relative ones. A blob: URL has the origin of the page
  // that created it.
  const isUsable =
    url &&
    ((url.protocol.startsWith("http") && url.origin === location.origin) ||
      (/^\s*https?:\/\//i.test(tokenUrl!) && isSecure(url)));
  if (!isUsable)
    throw new HumanConnectError(
      "invalid-option",
      tokenUrl
        ? "Invalid option: tokenUrl must be a path of this site, or an absolute https URL."
        : "Invalid option: set tokenUrl (attribute token-url) or getToken. A framework that hydrates server-rendered markup may not set element properties.",
    );
  // The endpoint must not return the token that Connect has just refused.
  if (reason !== "open" && reason !== "prefetch") url.searchParams.set("reason", reason);
  return fetch(url, {
    method: "POST",
    credentials: "same-origin",
    headers: { accept: "application/json" },
    // A redirected POST becomes a GET of a sign-in page, which would look like an answer or a network error.
    redirect: "manual",
    signal,
  });
}
