import { type ClientUser, readClientUser } from "../token/client-user.js";
import { requireCredentials } from "../base/credentials.js";
import type { HumanApiSettings } from "../token/human-api-options.js";
import { HumanApiError } from "../base/human-api-error.js";
import { postJson } from "../service/call-service.js";
import { asRecord, type ServiceAnswer } from "../service/read-failure.js";
import { readText, readTokenText } from "../token/read-token.js";
import type { CallOptions } from "../token/tokens.js";

/** The object that the legacy `connect.js` passes to `finish`. It comes from a browser, so it is untrusted. */
export interface LegacySessionToken {
  humanId: string;
  clientId: string;
  sessionToken: string;
}

/** A legacy user's tokens. Only the public token may reach a browser. */
export interface LegacyTokens {
  readonly humanId: string;
  /** Reads the user's health data. Never send it to a browser. */
  readonly accessToken: string;
  /** Opens `connect.js` for this user. It changes with each newly connected source. */
  readonly publicToken: string;
  /** Your own id of the user, as the service returns it; it matches the `user` that was passed. */
  readonly clientUserId: string;
}

export interface LegacyService {
  /**
   * @param user The signed-in user. The service has to confirm that the object belongs to this user.
   * @throws {HumanApiError} `legacy-token-malformed`, `legacy-user-mismatch`.
   */
  finalize(sessionToken: LegacySessionToken, user: ClientUser, options?: CallOptions): Promise<LegacyTokens>;
  publicToken(humanId: string, options?: CallOptions): Promise<string>;
}

/** @see docs/vendor.md#legacy-service */
export function createLegacyService(settings: HumanApiSettings): LegacyService {
  const { userUrl, clientId, clientSecret } = settings;

  return {
    async finalize(sessionToken, user, { signal } = {}) {
      const { clientUserId } = readClientUser(user);
      requireCredentials(settings.credentials);
      const body = { ...readSessionToken(sessionToken, clientId), clientSecret };
      const answer = await postJson(`${userUrl}/v1/connect/tokens`, body, signal, settings);
      const [humanId, accessToken, publicToken] = [
        requireField(answer, "humanId", readText),
        requireField(answer, "accessToken"),
        requireField(answer, "publicToken"),
      ];
      const told = readText(asRecord(answer.body)["clientUserId"]);
      // Otherwise a user who posts another user's session token object would receive that user's data.
      if (told === undefined) throw new HumanApiError("legacy-user-mismatch", { summary: noUser });
      if (told !== clientUserId) throw new HumanApiError("legacy-user-mismatch");
      return { humanId, accessToken, publicToken, clientUserId: told };
    },
    async publicToken(humanId, { signal } = {}) {
      if (!readText(humanId)) throw new TypeError("humanId has to be a string: the humanId that finalize returned.");
      requireCredentials(settings.credentials);
      const body = { humanId, clientId, clientSecret };
      const answer = await postJson(`${userUrl}/v1/connect/publictokens`, body, signal, settings);
      return requireField(answer, "publicToken");
    },
  };
}

const noUser = "Human API does not say which user the session token object belongs to.";

function readSessionToken(value: unknown, clientId: string): LegacySessionToken {
  const fields = asRecord(value);
  const humanId = readText(fields["humanId"]);
  const sessionToken = readTokenText(fields["sessionToken"]);
  if (!humanId || !sessionToken || fields["clientId"] !== clientId) throw new HumanApiError("legacy-token-malformed");
  return { humanId, clientId, sessionToken };
}

/** The error does not include the body, which may hold the other tokens. */
function requireField({ status, body }: ServiceAnswer, name: string, read = readTokenText): string {
  const value = read(asRecord(body)[name]);
  if (value) return value;
  const summary = `Human API's response has no valid ${name}.`;
  throw new HumanApiError("upstream-malformed", { summary, status });
}
