import { useEffect, useState } from "react";

/** The steps of a session, as the kit marks them. */
export const steps = ["token", "client", "widget"] as const;

/** Milliseconds from the click to each step; a step is missing until it was reached. */
export type Timings = Partial<Record<(typeof steps)[number], number>>;

/** The timings of the latest session, from the User Timing marks `human-connect:<step>`. */
export function useTimings(): Timings {
  const [timings, setTimings] = useState<Timings>({});
  useEffect(() => {
    const observer = new PerformanceObserver(() => setTimings(readTimings()));
    observer.observe({ type: "mark", buffered: true });
    return () => observer.disconnect();
  }, []);
  return timings;
}

function readTimings(): Timings {
  const click = readMark("click");
  const reached = steps.map((step) => [step, readMark(step) - click] as const).filter(([, ms]) => ms >= 0);
  return Object.fromEntries(reached);
}

/** NaN when there is none, which compares as false with everything. */
function readMark(step: string): number {
  return performance.getEntriesByName(`human-connect:${step}`, "mark").at(-1)?.startTime ?? Number.NaN;
}
