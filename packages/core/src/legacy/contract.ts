import type { Source } from "../model/session.js";

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
