import type { HumanConnectError } from "./errors.js";
import type { ConnectSession, Source } from "./session.js";

/** Why a session ended: the user finished in the widget, the host page called `close()`, or the user cancelled. */
export type CloseReason = "finished" | "closed-by-host" | "cancelled";

/** What a face renders. Frozen; a new object for each change, so `===` detects changes. */
export type HumanConnectState = { readonly currentConnections: readonly Source[] } & (
  | { readonly status: "idle" }
  | { readonly status: "loading" }
  | { readonly status: "open"; readonly session: ConnectSession }
  | { readonly status: "closed"; readonly session: ConnectSession; readonly reason: CloseReason }
  | { readonly status: "error"; readonly error: HumanConnectError; readonly session?: ConnectSession }
);

/** The changes of the state. */
export type StateChange =
  /** The session ended without a result. */
  | { readonly type: "reset" }
  | { readonly type: "progress"; readonly session: ConnectSession }
  | { readonly type: "close"; readonly session: ConnectSession; readonly reason: CloseReason }
  | { readonly type: "fail"; readonly error: HumanConnectError; readonly session?: ConnectSession };

/** The state after a change. Pure; the store freezes it. */
export function transition(state: HumanConnectState, change: StateChange): HumanConnectState {
  const { currentConnections } = state;
  switch (change.type) {
    case "reset":
      return { status: "idle", currentConnections };
    case "progress":
      return { status: "open", session: change.session, currentConnections: change.session.currentConnections };
    case "close":
      return {
        status: "closed",
        session: change.session,
        reason: change.reason,
        currentConnections: change.session.currentConnections,
      };
    case "fail":
      return {
        status: "error",
        error: change.error,
        session: change.session,
        currentConnections: change.session?.currentConnections ?? currentConnections,
      };
    default:
      return change satisfies never;
  }
}
