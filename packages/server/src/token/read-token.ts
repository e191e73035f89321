import { HumanApiError } from "../base/human-api-error.js";
import { asRecord, readFailure, type ServiceAnswer } from "../service/read-failure.js";
import type { TokenKind } from "./token-kinds.js";

/** The token in a response of a token service, independent of the names on the wire. */
export interface ReadToken {
  readonly token: string;
  readonly lifeMs: number;
  readonly humanId: string | undefined;
  readonly refreshToken: string | undefined;
}

/** The assumed life of a token without `expires_in`: it is used immediately or not at all. */
const unknownLifeMs = 60_000;

/**
 * Reads the body of a response with a success status.
 *
 * @throws {HumanApiError} the documented code, if the body holds one instead of a token, or `upstream-malformed`.
 */
export function readToken(answer: ServiceAnswer, { tokenField, refreshField }: TokenKind): ReadToken {
  const body = asRecord(answer.body);
  const token = readTokenText(body[tokenField]);
  if (!token) throw toFailure(answer, tokenField);
  const life = body["expires_in"];
  // JSON can contain objects that throw when they are converted to a number.
  const lifeMs = typeof life === "number" || typeof life === "string" ? Number(life) * 1000 : Number.NaN;
  return {
    token,
    lifeMs: lifeMs >= 0 && Number.isFinite(lifeMs) ? lifeMs : unknownLifeMs,
    humanId: readText(body["human_id"]),
    refreshToken: refreshField && readTokenText(body[refreshField]),
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
