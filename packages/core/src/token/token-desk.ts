import type { TokenReason } from "./token-grant.js";

/** A token and its lifetime. */
export interface Grant {
  readonly value: string;
  readonly expiresInMs: number;
}

/** Reads what `getToken` returns for one generation of the vendor's client. @throws {HumanConnectError} `token-malformed`, `token-exposed`. */
export type GrantReader = (grant: unknown) => Grant;

/** A token that was issued and may be used until a point in time. */
export interface HeldToken {
  readonly value: string;
  /** Milliseconds since the epoch; shortly before the token expires. */
  readonly until: number;
  readonly user: string | undefined;
  /** The reader of its grant: clients of another generation cannot use the token. */
  readonly readGrant: GrantReader;
}

/** A pending call of `getToken`. */
export interface AskedToken {
  readonly reason: TokenReason;
  readonly user: string | undefined;
  readonly controller: AbortController;
  readonly grant: Promise<unknown>;
  /** Set by its first caller. */
  readGrant?: GrantReader;
  /** The result of the same call, parsed and cached; set by its first caller. */
  held?: Promise<HeldToken>;
}

/** The token state of a connection: at most one pending call, at most one cached token. */
export interface TokenDesk {
  asked?: AskedToken | undefined;
  held?: HeldToken | undefined;
  /** Calls `getToken` now. */
  ask: (reason: TokenReason) => AskedToken;
}

/** The abort reason of a `getToken` call that was discarded, in contrast to a timeout. */
export const cleared = "cleared";

/** Discards the token; a pending call is aborted. */
export function clearDesk(desk: TokenDesk): void {
  const { asked } = desk;
  desk.asked = desk.held = undefined;
  asked?.controller.abort(cleared);
}
