/** The steps of a session, as User Timing marks `human-connect:<step>`. */
export type TimelineStep = "click" | "token" | "client" | "widget";

/** Records when a step was reached. With `debug` it also logs to the console. Never receives a token. */
export interface Timeline {
  mark(step: TimelineStep): void;
  /** For developers only. */
  log(text: string): void;
}

/** Starts the timeline of one session and clears the marks of the previous one. Simulated pages, such as jsdom, have no marks. */
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
