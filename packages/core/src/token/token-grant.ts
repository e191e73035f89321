/** What `getToken` may return: the common forms of a backend's answer. Lifetimes are in seconds. */
export type TokenGrant =
  | string
  /** The unread response of `fetch`: the kit checks its status and parses its body. */
  | Response
  | { token: string; expiresIn?: number | undefined }
  /** What `connectToken()` of `@human-connect/server` returns, as from a server function. */
  | { token: string; expiresInSeconds: number }
  | { session_token: string; expires_in?: number | undefined }
  | { id_token: string; expires_in?: number | undefined }
  /** No token, and why, as of the server package's endpoint: `not-signed-in` asks the user to sign in again. */
  | { error: { code: string } }
  /** For `legacyClient` only: `""` or `null` for a user without connections. */
  | { publicToken: string | null };

/** Why a token is requested: a click, an intent, or because Connect refused the last one. */
export type TokenReason = "open" | "prefetch" | "expired" | "invalid";

/** The argument of `getToken`. */
export interface TokenContext {
  /** Aborted when the caller has stopped waiting for the token. */
  readonly signal: AbortSignal;
  readonly reason: TokenReason;
}
