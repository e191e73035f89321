import { HttpFailure } from "../base/http-failure.js";
import { randomText } from "../base/random-text.js";
import type { TokenKind, User } from "../world/state.js";
import type { Tokens } from "../world/tokens.js";
import type { Users } from "../world/users.js";

/** The success bodies of `POST /v1/connect/token`, as Human API documents them (docs/vendor.md#token-service). */
export type TokenGrantBody =
  | { session_token: string; human_id: string; expires_in: number }
  | { token_type: "Bearer"; id_token: string; id_refresh_token: string; expires_in: number }
  | { access_token: string; expires_in: number; token_type: "Bearer"; refresh_token: string };

/**
 * Grants a user's token of one type, or throws the reason why the user cannot have it.
 *
 * A session token is for a user without a connected source, an id token for a user with one, and an access token for a user who
 * has ever connected one.
 *
 * @throws {HttpFailure} 403 `NOT_AUTHORIZED` or `ACCESS_TOKEN_GENERATION_NOT_ALLOWED`, 404 `UNKNOWN_CLIENT_USER_ID`.
 */
export function grantToken(kind: TokenKind, clientUserId: string, users: Users, tokens: Tokens): TokenGrantBody {
  switch (kind) {
    case "session":
      return grantSession(users.findOrCreate(clientUserId), tokens);
    case "id":
      return grantId(users.find(clientUserId), tokens);
    case "access":
      return grantAccess(users.find(clientUserId), tokens);
    default:
      return kind satisfies never;
  }
}

function grantSession(user: User, tokens: Tokens): TokenGrantBody {
  if (user.connections.length > 0) {
    throw new HttpFailure(403, "NOT_AUTHORIZED", "The user has a connected source: request an id token instead.");
  }
  const { token, expiresInSeconds } = tokens.mint(user, "session");
  return { session_token: token, human_id: user.humanId, expires_in: expiresInSeconds };
}

function grantId(user: User | undefined, tokens: Tokens): TokenGrantBody {
  if (!user || user.connections.length === 0) {
    throw new HttpFailure(
      404,
      "UNKNOWN_CLIENT_USER_ID",
      "No user with a connected source has this client_user_id: request a session token and connect a source first.",
    );
  }
  const { token, expiresInSeconds } = tokens.mint(user, "id");
  const refreshToken = `idrt-${randomText()}`;
  return { token_type: "Bearer", id_token: token, id_refresh_token: refreshToken, expires_in: expiresInSeconds };
}

function grantAccess(user: User | undefined, tokens: Tokens): TokenGrantBody {
  if (!user) throw new HttpFailure(404, "UNKNOWN_CLIENT_USER_ID", "No user has this client_user_id.");
  if (user.isDeleted || !user.hasEverConnected) {
    throw new HttpFailure(
      403,
      "ACCESS_TOKEN_GENERATION_NOT_ALLOWED",
      "Access tokens are for active users who have connected a source before.",
    );
  }
  const { token, expiresInSeconds } = tokens.mint(user, "access");
  const refreshToken = `atrt-${randomText()}`;
  return { access_token: token, expires_in: expiresInSeconds, token_type: "Bearer", refresh_token: refreshToken };
}
