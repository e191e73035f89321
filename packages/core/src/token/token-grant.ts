/** What `getToken` may return: whatever a reasonable backend answers. Lifetimes are in seconds. */
export type TokenGrant =
  | string
  /** Of `fetch`, as it is: its status and its body are read. */
  | Response
  | { token: string; expiresIn?: number }
  | { session_token: string; expires_in?: number }
  | { id_token: string; expires_in?: number }
  /** For `legacyClient` only: `""` or `null` for somebody who has connected nothing yet. */
  | { publicToken: string | null };

/** Why a token is asked for: a click, an intent, or because Connect refused the last one. */
export type TokenReason = "open" | "prefetch" | "expired" | "invalid";

/** What `getToken` is called with. */
export interface TokenContext {
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
  readonly reason: TokenReason;
}
