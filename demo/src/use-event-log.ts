import type { ConnectEvent, HumanConnect } from "@human-connect/core";
import { useEffect, useState } from "react";
import { describeEvent } from "./describe-event.ts";

/** Something that happened, seen from the click that led to it. */
export interface LogEntry {
  readonly id: number;
  readonly type: ConnectEvent["type"] | "click";
  readonly sinceClickMs: number;
  readonly summary: string;
}

const types = ["open", "connect", "disconnect", "close", "error"] as const;

/** How many entries are kept, the latest. */
const limit = 100;

/** Everything that a connection tells, oldest first, from now on. */
export function useEventLog(connect: HumanConnect): readonly LogEntry[] {
  const [log, setLog] = useState<readonly LogEntry[]>([]);
  useEffect(() => {
    let clickedAtMs = performance.now();
    let wasLoading = false;
    const add = (type: LogEntry["type"], summary: string): void => {
      const sinceClickMs = performance.now() - clickedAtMs;
      setLog((before) => [...before, { id: (before.at(-1)?.id ?? 0) + 1, type, sinceClickMs, summary }].slice(-limit));
    };
    const watch = (): void => {
      const isLoading = connect.getState().status === "loading";
      if (isLoading && !wasLoading) {
        clickedAtMs = performance.now();
        add("click", "open() was called");
      }
      wasLoading = isLoading;
    };
    const stops = [
      connect.subscribe(watch),
      ...types.map((type) => connect.on(type, (event) => add(type, describeEvent(event)))),
    ];
    return () => stops.forEach((stop) => stop());
  }, [connect]);
  return log;
}
