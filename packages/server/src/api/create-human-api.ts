import { createHumanData, type HumanData } from "../data/client.js";
import { createLegacyService, type LegacyService } from "../legacy/legacy-service.js";
import type { ClientUser } from "../token/client-user.js";
import { type HumanApiOptions, resolveOptions } from "../token/human-api-options.js";
import type {
  AccessToken,
  CallOptions,
  ClientToken,
  ConnectToken,
  IdToken,
  SessionToken,
  TokenOfKind,
  RememberedUser,
} from "../token/tokens.js";
import { createUserTokens } from "../token/user-tokens.js";
import { setDirectConnect } from "./direct-connect.js";

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
  const tokens = createUserTokens(settings);
  const toMethod =
    <Kind extends keyof TokenOfKind>(kind: Kind) =>
    async (user: ClientUser, call: CallOptions = {}) =>
      tokens.of(user).get(kind, call);
  const accessToken = toMethod("access");
  const connectToken: HumanApi["connectToken"] = async (user, call = {}) => tokens.of(user).getConnect(call);
  setDirectConnect(connectToken, (user, call) => tokens.of(user).getConnect(call));

  return {
    connectToken,
    sessionToken: toMethod("session"),
    idToken: toMethod("id"),
    accessToken,
    hip: {
      accessToken: toMethod("hip-access"),
      clientToken: async (call = {}) => tokens.ofApplication().get("hip-client", call),
    },
    data: (user) => createHumanData(user, { dataUrl: settings.dataUrl, settings, accessToken }),
    legacy: createLegacyService(settings),
    remembered: async (user) => tokens.of(user).readMetadata(),
    forget: async (user) => tokens.of(user).forget(),
  };
}
