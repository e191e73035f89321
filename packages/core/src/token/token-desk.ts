import type { TokenReason } from "./token-grant.js";

/** A token that was handed out and may be used until an instant. */
export interface HeldToken {
  readonly value: string;
  /** Milliseconds since the epoch; a little before it expires. */
  readonly until: number;
  readonly user: string | undefined;
}

/** A call of `getToken` that is under way. */
export interface AskedToken {
  readonly reason: TokenReason;
  readonly user: string | undefined;
  readonly controller: AbortController;
  readonly grant: Promise<unknown>;
  /** The same call, read and kept; set by the first who waits for it. */
  held?: Promise<HeldToken>;
}

/** Where one instance keeps its token: at most one call under way, at most one token held. */
export interface TokenDesk {
  asked?: AskedToken | undefined;
  held?: HeldToken | undefined;
  /** Calls `getToken` now. */
  ask: (reason: TokenReason) => AskedToken;
}

/** Why a call of `getToken` was aborted, when it was not for its slowness. */
export const cleared = "cleared";

/** Forgets the token; a call under way is aborted. */
export function clearDesk(desk: TokenDesk): void {
  const { asked } = desk;
  desk.asked = desk.held = undefined;
  asked?.controller.abort(cleared);
}
