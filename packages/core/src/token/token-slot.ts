import type { TokenReason } from "./token-grant.js";

/** A token and its lifetime. */
export interface Grant {
  readonly value: string;
  readonly expiresInMs: number;
}

/** Reads what `getToken` returns for one generation of the vendor's client. @throws {HumanConnectError} `token-malformed`, `token-exposed`. */
export type GrantReader = (grant: unknown) => Grant;

/** A token that was issued and may be used until a point in time. */
export interface CachedToken {
  readonly value: string;
  /** Milliseconds since the epoch; shortly before the token expires. */
  readonly until: number;
  readonly user: string | undefined;
  /** The reader of its grant: clients of another generation cannot use the token. */
  readonly readGrant: GrantReader;
}

/** A pending call of `getToken`. */
export interface PendingToken {
  readonly reason: TokenReason;
  readonly user: string | undefined;
  readonly controller: AbortController;
  readonly grant: Promise<unknown>;
  /** Set by its first caller. */
  readGrant?: GrantReader;
  /** The result of the same call, parsed and cached; set by its first caller. */
  result?: Promise<CachedToken>;
}

/** The token state of an instance: at most one pending call, at most one cached token. */
export interface TokenSlot {
  pending?: PendingToken | undefined;
  cached?: CachedToken | undefined;
  /** Calls `getToken` now. */
  ask: (reason: TokenReason) => PendingToken;
}

/** The abort reason of a `getToken` call that was discarded, in contrast to a timeout. */
export const cleared = "cleared";

/** Discards the token; a pending call is aborted. */
export function discardToken(slot: TokenSlot): void {
  const { pending } = slot;
  slot.pending = slot.cached = undefined;
  pending?.controller.abort(cleared);
}
