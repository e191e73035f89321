import type { HumanConnectState } from "@human-connect/core";

/** Shows a state to stylesheets: `:state(loading)`, and `:state(connected)` once there is a source. */
export function showStates(internals: ElementInternals | undefined, state: HumanConnectState): void {
  try {
    internals?.states.clear();
    internals?.states.add(state.status);
    if (state.currentConnections.length) internals?.states.add("connected");
  } catch {
    // Some browsers have no custom states, or only such as begin with two dashes.
  }
}
