import type { ClientUser } from "./client-user.js";
import { HumanApiError } from "./human-api-error.js";
import type { TakeOptions, TokenService } from "./token-service.js";
import type { CallOptions, ConnectToken, IdToken, SessionToken } from "./tokens.js";

export interface ConnectTokenParts {
  readonly service: TokenService;
  readonly sessionToken: (user: ClientUser, options: CallOptions) => Promise<SessionToken>;
  readonly idToken: (user: ClientUser, options: CallOptions) => Promise<IdToken>;
}

/**
 * The token that opens Connect for somebody: a session token until they have connected a source, from then on an id token. The
 * service tells by refusing the wrong one, and what it told is remembered, so the refusal costs nobody a second call.
 *
 * @see VENDOR.md 4.1
 */
export function takeConnectToken(
  user: ClientUser,
  { signal, fresh }: CallOptions,
  { service, sessionToken, idToken }: ConnectTokenParts,
): Promise<ConnectToken> {
  return service.join(fresh ? "connect-fresh" : "connect", user, signal, async (visit) => {
    const options: TakeOptions = { fresh, visit };
    if ((await service.readNote("connect-kind", user)) !== "id") return askForSession(options);
    try {
      return await idToken(user, options);
    } catch (error) {
      if (!isUnknownUser(error)) throw error;
      // They have disconnected everything, or were deleted. A note that stays in a failing store only costs another call.
      await service.removeNote("connect-kind", user).catch(() => {});
      return askForSession(options);
    }
  });

  async function askForSession(options: TakeOptions): Promise<ConnectToken> {
    try {
      return await sessionToken(user, options);
    } catch (error) {
      if (!isForbidden(error)) throw error;
      // Whoever gets one has a connected source, and that is remembered with it.
      return idToken(user, options);
    }
  }
}

/** The status is documented, the code only by its name. */
const isForbidden = (error: unknown): boolean =>
  error instanceof HumanApiError && (error.status === 403 || error.code === "not-authorized");

const isUnknownUser = (error: unknown): boolean =>
  error instanceof HumanApiError && error.code === "unknown-client-user-id";
