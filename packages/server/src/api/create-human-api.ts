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
 * Human API, as a backend uses it. Every method takes tokens from the store while they last, asks the service once however many
 * ask at the same time, and fails with a {@link HumanApiError}, or with a TypeError for a user that is none.
 */
export interface HumanApi {
  /** The token that opens Connect: for somebody without a connected source a session token, for others an id token. */
  connectToken(user: ClientUser, options?: CallOptions): Promise<ConnectToken>;
  /** Creates the user at Human API if they are new. @throws {HumanApiError} `not-authorized` (403) once a source is connected. */
  sessionToken(user: ClientUser, options?: CallOptions): Promise<SessionToken>;
  /** @throws {HumanApiError} `unknown-client-user-id` unless a source is connected. */
  idToken(user: ClientUser, options?: CallOptions): Promise<IdToken>;
  /** Reads health data. Never for a browser. @throws {HumanApiError} `access-token-generation-not-allowed`. */
  accessToken(user: ClientUser, options?: CallOptions): Promise<AccessToken>;
  /** Health Intelligence Platform and admin API. */
  readonly hip: {
    accessToken(user: ClientUser, options?: CallOptions): Promise<AccessToken>;
    /** Calls the admin API in the name of your application. */
    clientToken(options?: CallOptions): Promise<ClientToken>;
  };
  /** Somebody's health data. Asks for access tokens by itself. */
  data(user: ClientUser): HumanData;
  /** The generation of `connect.js`. Nothing of it is kept here. */
  readonly legacy: LegacyService;
  /** What is kept about a user beyond their tokens' lives, as Human API recommends. Nothing takes a refresh token today. */
  remembered(user: ClientUser): Promise<RememberedUser>;
  /** Forgets all that is kept about a user. @throws {HumanApiError} `store-failed` when that is not sure. */
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
 * Makes the backend's side of Human API. Make one for your whole server.
 *
 * @throws {TypeError} naming an option that makes no sense.
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
