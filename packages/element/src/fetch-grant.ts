import { HumanConnectError, type TokenGrant, type TokenReason } from "@human-connect/core";
import { judgeTokenUrl } from "./attribute-rules.js";
import { readBaseUri } from "./native.js";

/** What is known about the page that holds the element. */
export interface TokenPage {
  /** What a relative URL starts from. */
  readonly baseURI: string;
  readonly origin: string;
}

/**
 * Asks a backend for a token: POST, same-origin credentials, JSON.
 *
 * @param url Of this site, or of an origin that a script of the page has allowed.
 * @param signal Aborted when nobody waits any more.
 * @param reason Goes along in the query when Connect refused the last token, so that a backend does not give it again.
 * @param page Default: the page around.
 * @returns The JSON of the answer.
 * @throws {HumanConnectError} `invalid-option` for a URL of another origin; nothing is asked then.
 * @throws {Error} That says what came instead of a grant and what to do. Never with the body of the answer.
 */
export async function fetchGrant(
  url: string | null | undefined,
  signal: AbortSignal,
  reason: TokenReason,
  page: TokenPage = { baseURI: readBaseUri(), origin: location.origin },
): Promise<TokenGrant> {
  const target = readTokenUrl(url, page);
  if (reason === "expired" || reason === "invalid") target.searchParams.set("reason", reason);
  let response: Response;
  let body: string;
  try {
    response = await fetch(target, {
      method: "POST",
      credentials: "same-origin",
      headers: { accept: "application/json" },
      // A redirected POST becomes a GET of a sign-in page, which would look like a network error or an answer.
      redirect: "manual",
      signal,
    });
    body = await response.text();
  } catch (cause) {
    signal.throwIfAborted();
    const mend = "Check the network, connect-src of your Content-Security-Policy and, on another origin, CORS.";
    throw new Error(`token-url could not be reached. ${mend}`, { cause });
  }
  const fault = findFault(response, body);
  if (fault) throw new Error(`token-url answered ${fault}`);
  try {
    return JSON.parse(body) as TokenGrant;
  } catch {
    // Without the cause: a SyntaxError quotes the body.
    throw new Error("token-url answered with a body that is no JSON, although its content-type says so.");
  }
}

function readTokenUrl(value: string | null | undefined, { baseURI, origin }: TokenPage): URL {
  if (!value?.trim()) throw new Error("There is no token-url. Set this attribute, or the property getToken.");
  const url = URL.canParse(value, baseURI) ? new URL(value, baseURI) : undefined;
  const fault = judgeTokenUrl(url, { origin });
  if (fault) throw new HumanConnectError("invalid-option", `Invalid option: ${fault}`);
  return url!;
}

/** What is wrong with an answer, or nothing. */
function findFault({ type, status, ok, headers }: Response, body: string): string | undefined {
  const mediaType = (headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  if (type === "opaqueredirect" || (status >= 300 && status < 400))
    return "with a redirect, perhaps to a sign-in page. Use the final URL, and answer 401 when nobody is signed in.";
  if (status === 401 || status === 403)
    return `${status}: nobody is signed in, or not with the right to connect. Show the button to people who are signed in.`;
  if (status === 404 || status === 405) return `${status}. Check the URL, and that it answers POST.`;
  if (status >= 500) return `${status}. See the log of your server.`;
  if (!ok) return `${status} where 200 was expected.`;
  if (!body.trim()) return "with an empty body where JSON was expected.";
  if (mediaType === "text/html")
    return "with an HTML page, perhaps for signing in. Answer JSON, and 401 when nobody is signed in.";
  if (!/^application\/([\w.-]+\+)?json$/.test(mediaType))
    return `with ${/^[\w.+/-]{1,60}$/.test(mediaType) ? mediaType : "no content-type"} where application/json was expected.`;
  return undefined;
}
