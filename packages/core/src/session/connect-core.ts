import type { ConnectEvent } from "../model/events.js";
import type { HumanConnectOptions } from "./options.js";
import type { CloseReason, HumanConnectState } from "../model/state.js";
import type { Store } from "../base/store.js";
import type { TokenDesk } from "../token/token-desk.js";
import type { VendorClient } from "../vendor/vendor-client.js";

/** Somebody at the page, for as long as `user` stays the same. Compared by identity: who signs in again is another one. */
export interface Person {
  /** `user`; undefined when the host names nobody. */
  readonly id: string | undefined;
}

/** What the eager part of an instance shares with the lazy one. */
export interface ConnectCore extends TokenDesk {
  readonly store: Store<HumanConnectState>;
  /** The latest options. */
  readonly read: () => HumanConnectOptions;
  /**
   * Reads who is signed in. When it is not the person of before, aborts the running session with `closed-by-host`, discards the
   * token and starts the state anew.
   */
  readonly sync: () => Person;
  /** Tells an event to whoever listens, until one of them signs somebody else in. @param person Whose event it is. */
  readonly emit: (event: ConnectEvent, person: Person) => void;
  /** Aborts the session that is running. */
  readonly end: (reason: EndReason) => void;
}

/** Why a running session is aborted: it closes, or nobody is left to see it. */
export type EndReason = CloseReason | "abandoned";

/** The vendor's code on its way. */
export interface VendorLoad {
  readonly client: Promise<VendorClient>;
  /** Stops waiting for it. */
  readonly controller: AbortController;
}
