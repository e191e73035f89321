import type { ClientUser } from "../token/client-user.js";
import { takeConnectToken, toConnectToken } from "../token/connect-token.js";
import { createHumanData, type HumanData } from "../data/client.js";
import { nameKept } from "./kept-now.js";
import { type HumanApiOptions, resolveOptions } from "../token/human-api-options.js";
import { createLegacyService, type LegacyService } from "../legacy/legacy-service.js";
import { application, createTokenService, type NoteName } from "../token/token-service.js";
import { type TokenKindName, tokenKinds } from "../token/token-kinds.js";
import type { AccessToken, CallOptions, ClientToken, ConnectToken, IdToken, SessionToken } from "../token/tokens.js";

/**
 * The backend's client of Human API. Every method returns a cached token until it needs renewal, shares one request between
 * concurrent callers, and rejects with a {@link HumanApiError}, or with a TypeError for an invalid user.
 */
export interface HumanApi {
  /** The token that opens Connect: a session token for a user without a connected source, an id token for any other user. */
  connectToken(user: ClientUser, options?: CallOptions): Promise<ConnectToken>;
  /** Creates the user at Human API if needed. @throws {HumanApiError} `not-authorized` (403) once a source is connected. */
  sessionToken(user: ClientUser, options?: CallOptions): Promise<SessionToken>;
  /** @throws {HumanApiError} `unknown-client-user-id` unless a source is connected. */
  idToken(user: ClientUser, options?: CallOptions): Promise<IdToken>;
  /** A token that reads health data. Never send it to a browser. @throws {HumanApiError} `access-token-generation-not-allowed`. */
  accessToken(user: ClientUser, options?: CallOptions): Promise<AccessToken>;
  /** The Health Intelligence Platform and the admin API. */
  readonly hip: {
    accessToken(user: ClientUser, options?: CallOptions): Promise<AccessToken>;
    /** A token that calls the admin API on behalf of your application. */
    clientToken(options?: CallOptions): Promise<ClientToken>;
  };
  /** The health data of a user. Requests access tokens automatically. */
  data(user: ClientUser): HumanData;
  /** The legacy service behind `connect.js`. Its tokens are not stored. */
  readonly legacy: LegacyService;
  /** What is stored about a user beyond the life of the tokens, as Human API recommends. No endpoint accepts a refresh token today. */
  remembered(user: ClientUser): Promise<RememberedUser>;
  /** Deletes everything that is stored about a user. @throws {HumanApiError} `store-failed` if the deletion cannot be confirmed. */
  forget(user: ClientUser): Promise<void>;
}

export interface RememberedUser {
  readonly humanId: string | undefined;
  readonly idRefreshToken: string | undefined;
  readonly accessRefreshToken: string | undefined;
  readonly hipAccessRefreshToken: string | undefined;
}

const notes = [
  "human-id",
  "refresh-id",
  "refresh-access",
  "refresh-hip-access",
  "connect-kind",
] as const satisfies NoteName[];

/**
 * Creates the backend's client of Human API. Create one for your whole server.
 *
 * @throws {TypeError} if an option is invalid; the message names the option.
 * @example
 * const humanApi = createHumanApi({ clientId: env.HUMAN_API_CLIENT_ID, clientSecret: env.HUMAN_API_CLIENT_SECRET });
 * const { token } = await humanApi.connectToken(user.id);
 */
export function createHumanApi(options: HumanApiOptions): HumanApi {
  const settings = resolveOptions(options);
  const service = createTokenService(settings);
  const { take } = service;

  const sessionToken: HumanApi["sessionToken"] = async (user, call = {}) => {
    const { token, expiresInSeconds, humanId } = await take("session", user, call);
    return { type: "session", token, expiresInSeconds, humanId };
  };
  const idToken: HumanApi["idToken"] = async (user, call = {}) => {
    const { token, expiresInSeconds } = await take("id", user, call);
    return { type: "id", token, expiresInSeconds };
  };
  const takeAccess = async (
    kind: "access" | "hip-access",
    user: ClientUser,
    call: CallOptions,
  ): Promise<AccessToken> => {
    const { token, expiresInSeconds } = await take(kind, user, call);
    return { type: "access", token, expiresInSeconds };
  };

  const accessToken: HumanApi["accessToken"] = (user, call = {}) => takeAccess("access", user, call);

  const connectToken: HumanApi["connectToken"] = (user, call = {}) =>
    takeConnectToken(user, call, { service, sessionToken, idToken });
  nameKept(connectToken, (user) => {
    const kept = service.takeKeptNow(user);
    return kept && toConnectToken(kept);
  });

  return {
    sessionToken,
    idToken,
    connectToken,
    accessToken,
    hip: {
      accessToken: (user, call = {}) => takeAccess("hip-access", user, call),
      async clientToken(call = {}) {
        const { token, expiresInSeconds } = await take("hip-client", application, call);
        return { type: "client", token, expiresInSeconds };
      },
    },
    data: (user) => createHumanData(user, { dataUrl: settings.dataUrl, settings, accessToken }),
    legacy: createLegacyService(settings),
    async remembered(user) {
      const read = (name: NoteName): Promise<string | undefined> => service.readNote(name, user);
      const kept = [read("human-id"), read("refresh-id"), read("refresh-access"), read("refresh-hip-access")] as const;
      const [humanId, idRefreshToken, accessRefreshToken, hipAccessRefreshToken] = await Promise.all(kept);
      return { humanId, idRefreshToken, accessRefreshToken, hipAccessRefreshToken };
    },
    forget: (user) => service.forget(user, [...(Object.keys(tokenKinds) as TokenKindName[]), ...notes]),
  };
}
