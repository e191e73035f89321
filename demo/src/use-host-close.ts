import { useHumanConnect } from "@human-connect/react";
import { useEffect } from "react";
import type { Settings } from "./settings.ts";

const afterMs = 4000;

/** Ends an open session from outside, when the settings say that the app does. */
export function useHostClose(ending: Settings["ending"]): void {
  const { status, close } = useHumanConnect();
  useEffect(() => {
    if (ending !== "app" || status !== "open") return;
    const timer = setTimeout(close, afterMs);
    return () => clearTimeout(timer);
  }, [ending, status, close]);
}
