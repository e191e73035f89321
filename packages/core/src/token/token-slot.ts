import { bare } from "../base/bare.js";
import type { TokenContext, TokenReason } from "./token-grant.js";

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

/** The token state of an instance: at most one pending call, at most one cached token. Only this room assigns its members. */
export interface TokenSlot {
  pending: PendingToken | undefined;
  cached: CachedToken | undefined;
  /** Requests a token now. */
  readonly ask: (reason: TokenReason) => PendingToken;
}

/**
 * Creates an empty slot.
 *
 * @param readUser Returns the id of the user who is signed in.
 * @param request Requests a token: `getToken`, or a request to `tokenUrl`. May throw.
 */
export function createTokenSlot(
  readUser: () => string | undefined,
  request: (context: TokenContext) => unknown,
): TokenSlot {
  const slot: TokenSlot = {
    pending: undefined,
    cached: undefined,
    ask(reason) {
      const controller = new AbortController();
      const { signal } = controller;
      const user = readUser();
      const grant = (async () => request({ signal, reason }))();
      grant.catch(() => {});
      return (slot.pending = bare<PendingToken>({ reason, user, controller, grant }));
    },
  };
  return slot;
}

/** The abort reason of a `getToken` call that was discarded, in contrast to a timeout. */
export const cleared = "cleared";

/** Discards the token; a pending call is aborted. */
export function discardToken(slot: TokenSlot): void {
  const { pending } = slot;
  slot.pending = slot.cached = undefined;
  pending?.controller.abort(cleared);
}
