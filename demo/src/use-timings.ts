import { useEffect, useState } from "react";

/** The steps of a session, as the kit marks them. */
export const steps = ["token", "client", "widget"] as const;

/** Milliseconds from the click to each step; a step is missing until it was reached. */
export type Timings = Partial<Record<(typeof steps)[number], number>>;

/** The timings of the latest session from now on, from the User Timing marks `human-connect:<step>`. */
export function useTimings(): Timings {
  const [timings, setTimings] = useState<Timings>({});
  useEffect(() => {
    const sinceMs = performance.now();
    const observer = new PerformanceObserver(() => setTimings(readTimings(sinceMs)));
    observer.observe({ type: "mark" });
    return () => observer.disconnect();
  }, []);
  return timings;
}

function readTimings(sinceMs: number): Timings {
  const click = readMark("click");
  // The marks are the page's, and an earlier session may have been another face's.
  if (!(click >= sinceMs)) return {};
  const reached = steps.map((step) => [step, readMark(step) - click] as const).filter(([, ms]) => ms >= 0);
  return Object.fromEntries(reached);
}

/** NaN when there is none, which compares as false with everything. */
function readMark(step: string): number {
  return performance.getEntriesByName(`human-connect:${step}`, "mark").at(-1)?.startTime ?? Number.NaN;
}
