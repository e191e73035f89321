import { HumanApiError } from "../base/human-api-error.js";
import { asRecord, readFailure, type ServiceAnswer } from "../service/read-failure.js";
import { tokenKinds, type TokenKindName } from "./token-kinds.js";

/** A token as a service has issued it, independent of the names on the wire. */
export interface IssuedToken {
  readonly token: string;
  readonly lifeMs: number;
  readonly humanId?: string | undefined;
  /** Strings to store beyond the life of the token, by name. */
  readonly metadata: Readonly<Record<string, string | undefined>>;
  /** Name of another token that is invalid now. */
  readonly replaces?: string | undefined;
  /** Headers of the response, and when the request was sent: they tell the service's time. */
  readonly headers: Headers;
  readonly sentAt: number;
}

/** The assumed life of a token without `expires_in`: it is used immediately or not at all. */
const unknownLifeMs = 60_000;

/**
 * Reads the body of a response of the token service with a success status.
 *
 * @throws {HumanApiError} the documented code, if the body holds one instead of a token, or `upstream-malformed`.
 */
export function readToken(answer: ServiceAnswer, name: TokenKindName): IssuedToken {
  const { tokenField, refreshField, replaces } = tokenKinds[name];
  const body = asRecord(answer.body);
  const token = readTokenText(body[tokenField]);
  if (!token) throw toFailure(answer, tokenField);
  const life = body["expires_in"];
  // JSON can contain objects that throw when they are converted to a number.
  const lifeMs = typeof life === "number" || typeof life === "string" ? Number(life) * 1000 : Number.NaN;
  const humanId = readText(body["human_id"]);
  return {
    token,
    lifeMs: lifeMs >= 0 && Number.isFinite(lifeMs) ? lifeMs : unknownLifeMs,
    humanId,
    // The vendor recommends storing the first two, although no endpoint accepts a refresh token (docs/vendor.md#token-service).
    metadata: {
      "human-id": humanId,
      [`refresh-${name}`]: refreshField && readTokenText(body[refreshField]),
      "connect-kind": name === "id" ? "id" : undefined,
    },
    replaces,
    headers: answer.headers,
    sentAt: answer.sentAt,
  };
}

/** Returns a string that is not blank. */
export function readText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** Returns a string that is valid in a header. For any other, `fetch` throws an error that quotes the token. */
export function readTokenText(value: unknown): string | undefined {
  return typeof value === "string" && /^[\x21-\x7e]+$/.test(value) ? value : undefined;
}

/** Some integrations have observed errors with a success status. Otherwise the body is not kept: it may hold another token. */
function toFailure(answer: ServiceAnswer, tokenField: string): HumanApiError {
  const failure = readFailure(answer, undefined);
  if (failure.code !== "upstream-malformed") return failure;
  return new HumanApiError("upstream-malformed", {
    summary: `Human API's response has no valid ${tokenField}.`,
    status: answer.status,
  });
}
