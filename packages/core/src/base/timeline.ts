/** The steps of a session, as User Timing marks `human-connect:<step>`. */
export type TimelineStep = "click" | "token" | "client" | "widget";

/** Notes when a step was reached. With `debug` also in the console. A token never comes near it. */
export interface Timeline {
  mark(step: TimelineStep): void;
  /** For developers only. */
  log(text: string): void;
}

/** Starts the timeline of one session; the marks of the one before are forgotten. Simulated pages, as of jsdom, have no marks. */
export function createTimeline(isDebug: boolean | undefined): Timeline {
  const name = (step: TimelineStep): string => `human-connect:${step}`;
  const startedAt = performance.getEntriesByName?.(name("click")).at(-1)?.startTime ?? performance.now();
  for (const step of ["token", "client", "widget"] as const) performance.clearMarks?.(name(step));
  const log = (text: string): void => {
    if (isDebug) console.debug(`[human-connect] ${Math.round(performance.now() - startedAt)} ms ${text}`);
  };
  return {
    log,
    mark(step) {
      performance.mark?.(name(step));
      log(step);
    },
  };
}
