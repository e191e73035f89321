import { requireCredentials } from "../base/credentials.js";
import { HumanApiError } from "../base/human-api-error.js";
import { untilAborted } from "../base/with-deadline.js";
import { type CallSettings, postJson } from "../service/call-service.js";
import { type ClientUser, readClientUser, type ReadClientUser } from "./client-user.js";
import type { HumanApiSettings } from "./human-api-options.js";
import type { KeptToken } from "./kept-token.js";
import type { OwnerCalls } from "./pending-calls.js";
import { type IssuedToken, readToken, readTokenText } from "./read-token.js";
import { tokenKinds, type TokenKindName } from "./token-kinds.js";
import { createTokenVault, type OwnedTokens, type TokenVault } from "./token-vault.js";
import type { CallOptions, ConnectToken, TokenOfKind, RememberedUser } from "./tokens.js";

/** The tokens of users, and of the application itself. */
export interface UserTokens {
  /**
   * The tokens of one user, for one call.
   *
   * @throws {TypeError} for an invalid user.
   * @throws {HumanApiError} `credentials-missing`.
   */
  of(user: ClientUser): Person;
  /** @throws {HumanApiError} `credentials-missing`. */
  ofApplication(): Pick<Person, "get">;
}

export interface Person {
  get<Kind extends TokenKindName>(kind: Kind, call: CallOptions): Promise<TokenOfKind[Kind]>;
  /**
   * The token that opens Connect: a session token until the user has connected a source, then an id token. The service refuses the
   * wrong type; the right one is stored, so that later calls request it directly.
   *
   * @returns No promise if the token is available synchronously.
   * @see docs/vendor.md#token-service
   */
  getConnect(call: CallOptions): ConnectToken | Promise<ConnectToken>;
  readMetadata(): Promise<RememberedUser>;
  /** Deletes everything that is stored about the user. @throws {HumanApiError} `store-failed`. */
  forget(): Promise<void>;
}

export function createUserTokens(settings: HumanApiSettings): UserTokens {
  const { authUrl, clientId, credentials } = settings;
  const vault = createTokenVault({ ...settings, scope: [authUrl, clientId] });
  return {
    of(given) {
      const user = readClientUser(given);
      requireCredentials(credentials);
      return createPerson(user, vault, settings);
    },
    ofApplication() {
      requireCredentials(credentials);
      return createPerson({}, vault, settings);
    },
  };
}

/** @param user Empty for the application itself. */
function createPerson(user: Partial<ReadClientUser>, vault: TokenVault, settings: HumanApiSettings): Person {
  const owned = vault.of(user.clientUserId);

  async function get<Kind extends TokenKindName>(kind: Kind, call: CallOptions, outer?: OwnerCalls) {
    const kept = await owned.get(kind, call, () => requestToken(kind, user, settings), outer);
    return toToken(kind, kept, vault);
  }

  async function findConnect({ signal, fresh }: CallOptions): Promise<ConnectToken> {
    // Most clicks find a cached token, and need not join another call.
    const stored = fresh ? undefined : await untilAborted(signal, owned.readConnect());
    if (stored) return toToken(stored.type, stored.kept, vault);
    return owned.dedupe(fresh ? "connect-fresh" : "connect", signal, (calls) =>
      getEither((kind) => get(kind, { fresh }, calls), owned),
    );
  }

  return {
    get,
    getConnect(call) {
      call.signal?.throwIfAborted();
      const stored = call.fresh ? undefined : owned.readConnectNow();
      return stored ? toToken(stored.type, stored.kept, vault) : findConnect(call);
    },
    async readMetadata() {
      const names = ["human-id", "refresh-id", "refresh-access", "refresh-hip-access"] as const;
      const [humanId, ...refreshTokens] = await Promise.all(names.map((name) => owned.readMetadata(name)));
      const [idRefreshToken, accessRefreshToken, hipAccessRefreshToken] = refreshTokens.map(readTokenText);
      return { humanId, idRefreshToken, accessRefreshToken, hipAccessRefreshToken };
    },
    forget: () => owned.forget([...Object.keys(tokenKinds), ...metadataNames]),
  };
}

const metadataNames = ["human-id", "refresh-id", "refresh-access", "refresh-hip-access", "connect-kind"];

/** Gets a session token or an id token: the one that the user needs. */
async function getEither(
  get: (kind: "session" | "id") => Promise<ConnectToken>,
  owned: OwnedTokens,
): Promise<ConnectToken> {
  if ((await owned.readMetadata("connect-kind")) === "id") {
    try {
      return await get("id");
    } catch (error) {
      if (!isOther("id", error)) throw error;
      // The user has disconnected all sources, or was deleted. An entry that remains in a failing store only costs another call.
      await owned.remove(["connect-kind", "id"]).catch(() => {});
    }
  }
  try {
    return await get("session");
  } catch (error) {
    if (!isOther("session", error)) throw error;
    // A user who gets an id token has a connected source; `connect-kind` is stored with the token.
    return get("id");
  }
}

const isOther = (kind: TokenKindName, error: unknown): boolean =>
  error instanceof HumanApiError && isExpectedRefusal(kind, error);

async function requestToken(
  kind: TokenKindName,
  { clientUserId, clientUserEmail }: Partial<ReadClientUser>,
  settings: HumanApiSettings,
): Promise<IssuedToken> {
  const { authUrl, clientId, clientSecret } = settings;
  const { path, type } = tokenKinds[kind];
  const call: CallSettings = { ...settings, isExpected: (failure) => isExpectedRefusal(kind, failure) };
  const body = {
    client_id: clientId,
    client_secret: clientSecret,
    type,
    client_user_id: clientUserId,
    // Documented for session tokens only.
    client_user_email: type === "session" ? clientUserEmail : undefined,
  };
  return readToken(await postJson(authUrl + path, body, undefined, call), kind);
}

/**
 * Whether a token was refused as documented because the user needs the other type. This is how the service distinguishes users with a
 * connected source from new ones, so it happens at the first click of every connected user and is not a failure.
 *
 * @see docs/vendor.md#token-service
 */
function isExpectedRefusal(kind: TokenKindName, error: HumanApiError): boolean {
  // The documentation gives the status, but only the name of the code.
  if (kind === "session") return error.status === 403 || error.code === "not-authorized";
  return kind === "id" && error.code === "unknown-client-user-id";
}

/** Without a spread, which costs more than everything else that a click with a cached token needs here. */
function toToken<Kind extends TokenKindName>(kind: Kind, kept: KeptToken, vault: TokenVault): TokenOfKind[Kind] {
  const { type } = tokenKinds[kind];
  const { token, humanId } = kept;
  const expiresInSeconds = vault.secondsLeft(kept);
  const issued = type === "session" ? { type, token, expiresInSeconds, humanId } : { type, token, expiresInSeconds };
  return issued as TokenOfKind[Kind];
}
