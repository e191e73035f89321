import type { Source } from "../model/session.js";

/** What the legacy Connect page returns when the user has finished. Your backend exchanges it for tokens with your client secret. */
export interface LegacySessionToken {
  readonly humanId: string;
  readonly clientId: string;
  readonly sessionToken: string;
}

/** What your backend may return to the page. Every field is optional, and none is a secret. */
export interface LegacyOutcome {
  /** The new public token. The next session uses it if `getToken` still returns the old one. */
  readonly publicToken?: string | undefined;
  /** The current connections. Without it the `connect` event has no `source`. */
  readonly currentConnections?: readonly Source[] | undefined;
}

export interface LegacyClientOptions {
  /** Your client id, from the developer portal. */
  clientId: string;
  /** Your own id of the signed-in user, unencoded: the kit encodes it once. */
  clientUserId: string;
  /**
   * Posts the session token object to your backend. The next `open()` retries a failed call, before Connect is opened.
   *
   * @param context.signal Aborted after `timeouts.tokenMs`, and for no other reason: what was connected must not get lost.
   */
  finalize: (
    sessionToken: LegacySessionToken,
    context: { signal: AbortSignal },
  ) => LegacyOutcome | void | Promise<LegacyOutcome | void>;
  /** The script's URL. https only, http for localhost. Default `https://connect.humanapi.co/connect.js`. */
  url?: string | undefined;
  /** Subresource integrity, in the format of `cdnClient()`. The vendor publishes none. */
  integrity?: string | undefined;
  /** Nonce of your Content Security Policy. */
  nonce?: string | undefined;
}
