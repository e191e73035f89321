interface MintedToken {
  /** Keep it to yourself and to whoever it was minted for. */
  readonly token: string;
  /** What is left of its life, in whole seconds. */
  readonly expiresInSeconds: number;
}

/** Opens Connect for somebody without a connected source; lives an hour. */
export interface SessionToken extends MintedToken {
  readonly type: "session";
  /** Human API's id of the user. */
  readonly humanId: string | undefined;
}

/** Opens Connect for somebody with a connected source; lives a day. */
export interface IdToken extends MintedToken {
  readonly type: "id";
}

/** Reads a user's health data. For your servers only; lives a day. */
export interface AccessToken extends MintedToken {
  readonly type: "access";
}

/** Calls the admin API in the name of your application. For your servers only; lives a day. */
export interface ClientToken extends MintedToken {
  readonly type: "client";
}

/** What opens Connect: the only tokens that a browser may see. */
export type ConnectToken = SessionToken | IdToken;

export interface CallOptions {
  /** Ends the wait. The call itself goes on: its answer is kept for whoever asks next. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Passes over what is kept, because the service has refused it, unless that was asked for in this way some seconds ago
   * (`renewalPauseMs`). Default false.
   */
  readonly fresh?: boolean | undefined;
}
