import { HttpFailure } from "../base/http-failure.js";
import type { TokenKind } from "../world/state.js";

/** A well-formed `POST /v1/connect/token`, which may still be refused. */
export interface TokenRequest {
  clientId: string;
  clientSecret: string | undefined;
  clientUserId: string;
  type: TokenKind;
}

const types: readonly TokenKind[] = ["session", "id", "access"];

/**
 * Reads the fields of a token request. Fields that Human API does not document are ignored.
 *
 * @throws {HttpFailure} 400 naming the fields that are missing or invalid.
 */
export function parseTokenRequest(body: Record<string, unknown>): TokenRequest {
  const invalid = Object.keys(rules).filter((name) => !rules[name]?.(body[name]));
  if (invalid.length > 0) {
    throw new HttpFailure(400, "BAD_REQUEST", `These fields are missing or invalid: ${invalid.join(", ")}.`, invalid);
  }
  const type = types.find((known) => known === body["type"]);
  if (!type) {
    throw new HttpFailure(400, "INVALID_TOKEN_TYPE", `The type must be one of ${types.join(", ")}.`, ["type"]);
  }
  return {
    clientId: body["client_id"] as string,
    clientSecret: body["client_secret"] as string | undefined,
    clientUserId: body["client_user_id"] as string,
    type,
  };
}

const isText = (value: unknown): boolean => typeof value === "string" && value !== "" && !/\p{Surrogate}/u.test(value);
const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isAbsent = (value: unknown): boolean => value === undefined;

const rules: Record<string, (value: unknown) => boolean> = {
  client_id: isText,
  client_secret: (value) => isAbsent(value) || typeof value === "string",
  client_user_id: isText,
  client_user_email: (value) => isAbsent(value) || isText(value),
  extra_scopes: (value) => isAbsent(value) || isTextList(value),
};
