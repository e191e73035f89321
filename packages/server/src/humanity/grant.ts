import * as oauth from "oauth4webapi";
import { callService, type CallSettings } from "../service/call-service.js";
import { HumanApiError } from "../base/human-api-error.js";
import { HumanityError, type HumanityErrorCode } from "./error.js";
import type { ServiceAnswer } from "../service/read-failure.js";
import { type IssuedToken, readTokenText } from "../token/read-token.js";

/** One of the two documented grants. */
export type HumanityGrant =
  | { type: "password"; username: string; password: string; redirectUri: string | undefined }
  | { type: "refresh_token"; refreshToken: string };

export interface GrantSettings extends CallSettings {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Name of the refresh token in the store. */
export const refreshTokenName = "humanity-refresh";

/** The documented life, for a response without `expires_in`. */
const usualLifeSeconds = 3600;

/**
 * Requests tokens from Humanity's token endpoint.
 *
 * @throws {HumanityError} `credentials-refused` if the grant of either type is refused; or another code.
 * @see docs/vendor.md#humanity
 */
export async function requestGrant(
  grant: HumanityGrant,
  signal: AbortSignal | undefined,
  settings: GrantSettings,
): Promise<IssuedToken> {
  const { tokenUrl, clientId, clientSecret } = settings;
  const server = { issuer: new URL(tokenUrl).origin, token_endpoint: tokenUrl };
  const client = { client_id: clientId };
  let answer: ServiceAnswer | undefined;
  try {
    const response = await oauth.genericTokenEndpointRequest(
      server,
      client,
      oauth.ClientSecretPost(clientSecret),
      grant.type,
      toParameters(grant),
      {
        // `readServiceUrl` has checked the URL, and allows http on localhost only.
        [oauth.allowInsecureRequests]: true,
        [oauth.customFetch]: async (url, { headers, body }) => {
          const request = { method: "POST", headers, body: String(body) } as const;
          answer = await callService(url, request, signal, settings).catch(toAnswer);
          return new Response(JSON.stringify(withoutNulls(answer.body)), {
            status: answer.status,
            headers: { "content-type": "application/json" },
          });
        },
      },
    );
    const tokens = await oauth.processGenericTokenEndpointResponse(server, client, response);
    const { access_token, expires_in: seconds = usualLifeSeconds, refresh_token } = tokens;
    const { headers = new Headers(), sentAt = settings.now() } = answer ?? {};
    const token = readTokenText(access_token);
    if (!token) throw new HumanityError("upstream-malformed", { status: answer?.status });
    const metadata = { [refreshTokenName]: readTokenText(refresh_token) };
    return { token, lifeMs: seconds * 1000, metadata, headers, sentAt };
  } catch (error) {
    throw toHumanityError(error, answer?.status, signal);
  }
}

function toParameters(grant: HumanityGrant): Record<string, string> {
  if (grant.type === "refresh_token") return { refresh_token: grant.refreshToken };
  const { username, password, redirectUri } = grant;
  return { username, password, ...(redirectUri !== undefined && { redirect_uri: redirectUri }) };
}

/** A refusal is an OAuth response as well; the library parses it. */
function toAnswer(error: unknown): ServiceAnswer {
  const isRefusal = error instanceof HumanApiError && error.status !== undefined && !error.retryable;
  if (!isRefusal || error.status! < 400) throw error;
  return { status: error.status!, headers: new Headers(), body: error.body, sentAt: 0 };
}

/** Humanity writes `"scope": null` where OAuth omits the field, and the library rejects that. */
function withoutNulls(body: unknown): unknown {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

/** Errors of the library hold the response body, so none becomes a cause. */
function toHumanityError(error: unknown, status: number | undefined, signal: AbortSignal | undefined): unknown {
  if (error instanceof HumanityError) return error;
  if (error instanceof HumanApiError) return fromCall(error);
  if (error instanceof oauth.ResponseBodyError) return new HumanityError(toCode(error.error), { status });
  signal?.throwIfAborted();
  if (status !== undefined && status >= 400) return new HumanityError("upstream-refused", { status });
  return new HumanityError("upstream-malformed", { status });
}

function fromCall({ code, status, retryAfterSeconds, cause }: HumanApiError): HumanityError {
  const known: Partial<Record<string, HumanityErrorCode>> = {
    "rate-limited": "rate-limited",
    "upstream-unreachable": "upstream-unreachable",
    "upstream-timeout": "upstream-timeout",
    "upstream-failed": "upstream-failed",
  };
  return new HumanityError(known[code] ?? "upstream-malformed", { status, retryAfterSeconds, cause });
}

/** @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
function toCode(error: string): HumanityErrorCode {
  if (error === "invalid_grant") return "credentials-refused";
  return error === "invalid_client" || error === "unauthorized_client" ? "client-refused" : "upstream-refused";
}
