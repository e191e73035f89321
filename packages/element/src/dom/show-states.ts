import type { HumanConnectState } from "@human-connect/core";

/** Exposes a state to stylesheets: `:state(loading)`, and `:state(connected)` if a source is connected. */
export function showStates(internals: ElementInternals | undefined, state: HumanConnectState): void {
  try {
    internals?.states.clear();
    internals?.states.add(state.status);
    if (state.currentConnections.length) internals?.states.add("connected");
  } catch {
    // Some browsers do not support custom states, or only states that begin with two dashes.
  }
}
