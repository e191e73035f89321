import { HumanApiError } from "../base/human-api-error.js";
import { asRecord, readFailure, type ServiceAnswer } from "../service/read-failure.js";
import type { TokenKind } from "./token-kinds.js";

/** What a token service answered, without the names that it uses on the wire. */
export interface ReadToken {
  readonly token: string;
  readonly lifeMs: number;
  readonly humanId: string | undefined;
  readonly refreshToken: string | undefined;
}

/** A token of which nobody says how long it lives is used at once or not at all. */
const unknownLifeMs = 60_000;

/**
 * Reads the body of a successful answer.
 *
 * @throws {HumanApiError} the documented code that stands in it instead of a token, or `upstream-malformed`.
 */
export function readToken(answer: ServiceAnswer, { tokenField, refreshField }: TokenKind): ReadToken {
  const body = asRecord(answer.body);
  const token = readTokenText(body[tokenField]);
  if (!token) throw toFailure(answer, tokenField);
  const life = body["expires_in"];
  // JSON can hold objects that throw when they are made a number.
  const lifeMs = typeof life === "number" || typeof life === "string" ? Number(life) * 1000 : Number.NaN;
  return {
    token,
    lifeMs: lifeMs >= 0 && Number.isFinite(lifeMs) ? lifeMs : unknownLifeMs,
    humanId: readText(body["human_id"]),
    refreshToken: refreshField && readTokenText(body[refreshField]),
  };
}

/** A text that is not blank. */
export function readText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** What a header can carry. Of any other text `fetch` makes an error that quotes it, token and all. */
export function readTokenText(value: unknown): string | undefined {
  return typeof value === "string" && /^[\x21-\x7e]+$/.test(value) ? value : undefined;
}

/** Some integrations have met errors under a success status. Otherwise the body is not kept: it may hold another token. */
function toFailure(answer: ServiceAnswer, tokenField: string): HumanApiError {
  const failure = readFailure(answer, undefined);
  if (failure.code !== "upstream-malformed") return failure;
  return new HumanApiError("upstream-malformed", {
    summary: `Human API's answer holds no ${tokenField} that could be one.`,
    status: answer.status,
  });
}
