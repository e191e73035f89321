import { bare } from "./bare.js";
import type { ConnectClient } from "./client.js";
import type { Source } from "./session.js";

/** What the old Connect hands over when the person has finished. Your backend turns it into tokens with your client secret. */
export interface LegacySessionToken {
  readonly humanId: string;
  readonly clientId: string;
  readonly sessionToken: string;
}

/** What your backend may tell the page about it. Everything is optional, and none of it is a secret. */
export interface LegacyOutcome {
  /** The new public token. It is used by the next session when `getToken` still returns the old one. */
  readonly publicToken?: string;
  /** What is connected now. Without it `connect` does not say which source it was. */
  readonly currentConnections?: readonly Source[];
}

export interface LegacyClientOptions {
  /** Your client id, from the developer portal. */
  clientId: string;
  /** Your own id of who is signed in, as it is: it is encoded here, once. */
  clientUserId: string;
  /**
   * Posts the session token object to your backend. What fails is tried again by the next `open()`, before Connect is opened.
   *
   * @param context.signal Aborted after `timeouts.tokenMs`, and for no other reason: what was connected must not get lost.
   */
  finalize: (
    sessionToken: LegacySessionToken,
    context: { signal: AbortSignal },
  ) => LegacyOutcome | void | Promise<LegacyOutcome | void>;
  /** The script's URL. https only, http for localhost. Default `https://connect.humanapi.co/connect.js`. */
  url?: string;
  /** Subresource integrity, as `cdnClient()` takes it. The vendor publishes none. */
  integrity?: string;
  /** Nonce of your content security policy. */
  nonce?: string;
}

/**
 * The Connect popup of before 2018, `connect.js`: `getToken` returns `{ publicToken }` of somebody who has connected a source
 * (edit mode) and `{ publicToken: "" }` of anybody else (create mode). One client belongs to one user.
 *
 * @throws {TypeError} Naming the option that makes no sense.
 * @throws {HumanConnectError} from the session: those of `cdnClient`, and `token-failed` or `token-timeout` of `finalize`.
 * @see docs/vendor.md#legacy-messages, #legacy-service
 * @example
 * createHumanConnect({
 *   client: legacyClient({ clientId, clientUserId, finalize: (token, { signal }) => post("/api/finalize", token, signal) }),
 *   getToken: () => post("/api/public-token"),
 * });
 */
export function legacyClient(given: LegacyClientOptions): ConnectClient {
  const options = bare(given);
  for (const name of ["clientId", "clientUserId"] as const) {
    const value: unknown = options[name];
    if (typeof value !== "string" || !value.trim() || /\p{Surrogate}/u.test(value))
      throw new TypeError(`legacyClient: ${name} must be a text`);
  }
  if (typeof options.finalize !== "function") throw new TypeError("legacyClient: finalize must be a function");
  const { url = "https://connect.humanapi.co/connect.js" } = options;
  let dialect: ReturnType<NonNullable<ConnectClient["dialect"]>> | undefined;
  return bare<ConnectClient>({
    load: async (signal) => (await import("./legacy-script.js")).loadLegacyScript(url, options, signal),
    dialect() {
      dialect ??= import("./legacy-dialect.js").then((module) => module.createLegacyDialect(options));
      // A file that did not come may come the next time.
      dialect.catch(() => (dialect = undefined));
      return dialect;
    },
  });
}
