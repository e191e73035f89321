import type { HumanConnect, HumanConnectState } from "@human-connect/core";
import { useSyncExternalStore } from "react";

/** The state of a connection, whichever face it belongs to. */
export function useConnectState(connect: HumanConnect): HumanConnectState {
  return useSyncExternalStore(connect.subscribe, connect.getState);
}
