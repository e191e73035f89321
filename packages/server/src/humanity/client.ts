import { HumanityError } from "./error.js";
import { type HumanityOptions, type HumanitySettings, resolveHumanityOptions } from "./options.js";
import { createHumanityTokens, type HumanityToken } from "./tokens.js";
import type { CallOptions } from "../token/tokens.js";

/** A client of Humanity's API, version 2, for one account. Humanity is a shift planning service; it is not part of Human API. */
export interface HumanityClient {
  /** An access token: cached, refreshed before it expires, and requested once for concurrent callers. */
  accessToken(options?: CallOptions): Promise<HumanityToken>;
  /**
   * Calls the API with a token. A refused token is replaced once.
   *
   * @param path What follows the API's base, such as `"/me"` or `"/shifts?start_date=2026-01-31"`.
   * @param init As for `fetch`. Without a signal it never times out.
   * @returns The unchanged response, for any status except 401; with `tokenIn: "query"` without its `url`, which holds the token.
   * @throws {HumanityError} `token-refused`, `upstream-unreachable`, and those of `accessToken`.
   * @throws {TypeError} for a path outside the API.
   */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Deletes the cached tokens. */
  forget(): Promise<void>;
}

/**
 * Creates a client of Humanity. Create one for your whole server.
 *
 * @throws {TypeError} if an option is invalid; the message names the option.
 * @example
 * const humanity = createHumanityClient({ clientId, clientSecret, username, password });
 * const shifts = await (await humanity.fetch("/shifts")).json();
 * @see docs/vendor.md#humanity
 */
export function createHumanityClient(options: HumanityOptions): HumanityClient {
  const settings = resolveHumanityOptions(options);
  const tokens = createHumanityTokens(settings);

  return {
    accessToken: (call = {}) => tokens.get(call),
    forget: () => tokens.forget(),
    async fetch(path, init = {}) {
      const url = toUrl(path, settings.apiUrl);
      const signal = init.signal ?? undefined;
      const call = async (fresh: boolean): Promise<Response> => {
        const { token } = await tokens.get({ signal, fresh });
        return send(url, token, init, settings);
      };
      const first = await call(false);
      if (first.status !== 401) return first;
      await first.body?.cancel();
      // A stream has been consumed and cannot be sent again.
      const second = init.body instanceof ReadableStream ? first : await call(true);
      if (second.status === 401) throw new HumanityError("token-refused", { status: 401 });
      return second;
    },
  };
}

/** Rejects paths outside the API, which must not receive the token. */
function toUrl(path: string, apiUrl: string): URL {
  const text = `${apiUrl}/${path.replace(/^\//, "")}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.href.startsWith(`${apiUrl}/`)) return url;
  throw new TypeError('The path has to be within the API, such as "/me".');
}

async function send(
  url: URL,
  token: string,
  init: RequestInit,
  { tokenIn, fetch }: HumanitySettings,
): Promise<Response> {
  const headers = new Headers(init.headers);
  const target = new URL(url);
  if (tokenIn === "header") headers.set("authorization", `Bearer ${token}`);
  else target.searchParams.set("access_token", token);
  try {
    // A redirect could send the token elsewhere.
    const response = await fetch(target.href, { ...init, headers, redirect: "manual" });
    return tokenIn === "header" ? response : withoutToken(response, token);
  } catch {
    init.signal?.throwIfAborted();
    // The error of fetch may contain the URL, which may hold the token.
    throw new HumanityError("upstream-unreachable");
  }
}

/** The URL of the request holds the token, and so may headers that the server derives from it: pagination links, a redirect. */
function withoutToken({ body, status, statusText, headers }: Response, token: string): Response {
  // An opaque redirect, as some platforms return it.
  if (status === 0) return Response.error();
  const plain = new Headers();
  for (const [name, value] of headers) {
    const hidden = [token, encodeURIComponent(token)].reduce(
      (text, form) => text.replaceAll(form, "[redacted]"),
      value,
    );
    plain.append(name, hidden);
  }
  return new Response(hasNoBody(status) ? null : body, { status, statusText, headers: plain });
}

/** Statuses for which `new Response` does not accept a body. */
const hasNoBody = (status: number): boolean => status === 204 || status === 205 || status === 304;
