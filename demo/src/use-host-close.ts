import type { HumanConnect } from "@human-connect/core";
import { useEffect } from "react";
import type { Settings } from "./settings.ts";
import { useConnectState } from "./use-connect-state.ts";

const afterMs = 4000;

/** Ends an open session from outside, when the settings say that the app does. */
export function useHostClose(connect: HumanConnect, ending: Settings["ending"]): void {
  const { status } = useConnectState(connect);
  useEffect(() => {
    if (ending !== "app" || status !== "open") return;
    const timer = setTimeout(connect.close, afterMs);
    return () => clearTimeout(timer);
  }, [connect, ending, status]);
}
