interface MintedToken {
  /** Share it only with the user it was issued for. */
  readonly token: string;
  /** Remaining life in whole seconds. */
  readonly expiresInSeconds: number;
}

/** Opens Connect for a user without a connected source. Valid for one hour. */
export interface SessionToken extends MintedToken {
  readonly type: "session";
  /** Human API's id of the user. */
  readonly humanId: string | undefined;
}

/** Opens Connect for a user with a connected source. Valid for one day. */
export interface IdToken extends MintedToken {
  readonly type: "id";
}

/** Reads a user's health data. For your servers only. Valid for one day. */
export interface AccessToken extends MintedToken {
  readonly type: "access";
}

/** Calls the admin API on behalf of your application. For your servers only. Valid for one day. */
export interface ClientToken extends MintedToken {
  readonly type: "client";
}

/** The token of each kind. */
export interface TokenOfKind {
  readonly session: SessionToken;
  readonly id: IdToken;
  readonly access: AccessToken;
  readonly "hip-access": AccessToken;
  readonly "hip-client": ClientToken;
}

/** A token that opens Connect: the only kind that a browser may see. */
export type ConnectToken = SessionToken | IdToken;

export interface CallOptions {
  /** Aborts the wait. The request itself continues, and its result is cached for the next caller. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Requests a new token because the service has refused the cached one, unless that one was itself requested with `fresh` within
   * `renewalPauseMs`. Default false.
   */
  readonly fresh?: boolean | undefined;
}

/** What is stored about a user beyond the life of the tokens. */
export interface RememberedUser {
  readonly humanId: string | undefined;
  readonly idRefreshToken: string | undefined;
  readonly accessRefreshToken: string | undefined;
  readonly hipAccessRefreshToken: string | undefined;
}
