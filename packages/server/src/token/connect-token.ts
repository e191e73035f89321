import type { ClientUser } from "./client-user.js";
import { isExpectedRefusal } from "./expected-refusal.js";
import { HumanApiError } from "../base/human-api-error.js";
import type { TakeOptions, TakenConnect, TokenService } from "./token-service.js";
import type { CallOptions, ConnectToken, IdToken, SessionToken } from "./tokens.js";
import { untilAborted } from "../base/with-deadline.js";

export interface ConnectTokenParts {
  readonly service: TokenService;
  readonly sessionToken: (user: ClientUser, options: CallOptions) => Promise<SessionToken>;
  readonly idToken: (user: ClientUser, options: CallOptions) => Promise<IdToken>;
}

/**
 * Returns the token that opens Connect for a user: a session token until the user has connected a source, then an id token. The
 * service refuses the wrong type; the right one is stored, so that later calls request it directly.
 *
 * @see docs/vendor.md#token-service
 */
export async function takeConnectToken(
  user: ClientUser,
  { signal, fresh }: CallOptions,
  { service, sessionToken, idToken }: ConnectTokenParts,
): Promise<ConnectToken> {
  signal?.throwIfAborted();
  const since = service.forgotten;
  // Most clicks find a cached token, and need not join another call.
  const kept = fresh ? undefined : (service.takeKeptNow(user) ?? (await readKept()));
  if (kept) return toConnectToken(kept);
  return service.join(fresh ? "connect-fresh" : "connect", user, { signal, since }, async (visit) => {
    const options: TakeOptions = { fresh, visit };
    if ((await service.readNote("connect-kind", user)) !== "id") return askForSession(options);
    try {
      return await idToken(user, options);
    } catch (error) {
      if (!isOther("id", error)) throw error;
      // The user has disconnected all sources, or was deleted. An entry that remains in a failing store only costs another call.
      await service.remove(["connect-kind", "id"], user).catch(() => {});
      return askForSession(options);
    }
  });

  function readKept(): Promise<TakenConnect | undefined> {
    const reading = service.takeKept(user);
    return signal ? untilAborted(signal, reading) : reading;
  }

  async function askForSession(options: TakeOptions): Promise<ConnectToken> {
    try {
      return await sessionToken(user, options);
    } catch (error) {
      if (!isOther("session", error)) throw error;
      // A user who gets an id token has a connected source; `connect-kind` is stored with the token.
      return idToken(user, options);
    }
  }
}

const isOther = (kind: "session" | "id", error: unknown): boolean =>
  error instanceof HumanApiError && isExpectedRefusal(kind, error);

export function toConnectToken({ type, token, expiresInSeconds, humanId }: TakenConnect): ConnectToken {
  return type === "session" ? { type, token, expiresInSeconds, humanId } : { type, token, expiresInSeconds };
}
