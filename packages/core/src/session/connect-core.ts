import type { ConnectEvent } from "../model/events.js";
import type { HumanConnectOptions } from "./options.js";
import type { CloseReason, HumanConnectState } from "../model/state.js";
import type { Store } from "../base/store.js";
import type { TokenSlot } from "../token/token-slot.js";
import type { VendorClient } from "../vendor/vendor-client.js";

/** A signed-in or anonymous user, for as long as `user` stays the same. Compared by identity: a user who signs in again is a new object. */
export interface Person {
  /** `user`; undefined for an anonymous user. */
  readonly id: string | undefined;
}

/** The state that the eager part of an instance shares with the lazy part. */
export interface ConnectCore extends TokenSlot {
  readonly store: Store<HumanConnectState>;
  /** The latest options. */
  readonly read: () => HumanConnectOptions;
  /**
   * Reads who is signed in. If `user` has changed, aborts the running session with `closed-by-host`, discards the token and resets the
   * state.
   */
  readonly sync: () => Person;
  /** Emits an event to the listeners, until a listener signs in another user. @param person The user of the event's session. */
  readonly emit: (event: ConnectEvent, person: Person) => void;
  /** Aborts the running session. */
  readonly end: (reason: EndReason) => void;
}

/** Why a running session is aborted: it closes, or its last listener has unsubscribed. */
export type EndReason = CloseReason | "abandoned";

/** The pending load of the vendor's code. */
export interface VendorLoad {
  readonly client: Promise<VendorClient>;
  /** Cancels the load. */
  readonly controller: AbortController;
}
