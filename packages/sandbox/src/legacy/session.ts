import { HttpFailure } from "../base/http-failure.js";
import type { SandboxContext } from "../world/sandbox-context.js";

/** The launch parameters of the legacy page. */
export interface LegacyLaunch {
  clientId: unknown;
  clientUserId: unknown;
  /** Present in edit mode. */
  publicToken: unknown;
}

/** The session token object that the page posts to its host. */
export interface LegacySession {
  humanId: string;
  clientId: string;
  sessionToken: string;
}

/**
 * Starts a session of the legacy page: in edit mode with the user's latest public token, in create mode for a user without a connected
 * source.
 *
 * @throws {HttpFailure} 400 for an invalid launch, 401 for a wrong public token, 409 `USER_ALREADY_EXISTS`.
 * @see docs/vendor.md#legacy-service
 */
export function openLegacySession(launch: LegacyLaunch, { clientId, users, tokens }: SandboxContext): LegacySession {
  const { clientUserId, publicToken } = launch;
  // An older script omits the client id if there is a public token.
  if (launch.clientId !== clientId && !(launch.clientId === null && publicToken))
    throw new HttpFailure(400, "INVALID_CLIENT_ID", "No application has this clientId.");
  if (typeof clientUserId !== "string" || clientUserId === "" || /\p{Surrogate}/u.test(clientUserId))
    throw new HttpFailure(400, "INVALID_CLIENT_USER_ID", "Connect was opened without a clientUserId.");
  const known = users.find(clientUserId);
  const expected = known && users.publicToken(known);
  if (publicToken && publicToken !== expected)
    throw new HttpFailure(401, "INVALID_PUBLIC_TOKEN", "The publicToken is not the latest one of this user.");
  if (!publicToken && expected)
    throw new HttpFailure(409, "USER_ALREADY_EXISTS", "Open Connect with the publicToken of this user.");
  const user = users.findOrCreate(clientUserId);
  return { humanId: user.humanId, clientId, sessionToken: tokens.mint(user, "session").token };
}
