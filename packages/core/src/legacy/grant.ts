import { bare } from "../base/bare.js";
import { failure } from "../words/failure.js";
import { findSecret, readToken } from "../token.js";
import type { Grant } from "../token/token-slot.js";

/**
 * Reads what `getToken` returns for the legacy client: a public token, or an empty value for a user without connections.
 *
 * @throws {HumanConnectError} `token-malformed`, `token-exposed`.
 */
export function readPublicToken(grant: unknown): Grant {
  const value = typeof grant === "string" ? grant : readField(grant);
  const isBlank = value === null || (typeof value === "string" && !value.trim());
  // Never cached: each newly connected source changes the token, and it must not be used for another user.
  return { value: isBlank ? "" : readToken(value, "an object without a publicToken"), expiresInMs: 0 };
}

function readField(grant: unknown): unknown {
  if (typeof grant !== "object" || grant === null)
    throw failure("token-malformed", grant === null ? "null" : typeof grant);
  const body = bare(grant as Record<string, unknown>);
  const secret = findSecret(body);
  if (secret) throw failure("token-exposed", secret);
  return body["publicToken"];
}
