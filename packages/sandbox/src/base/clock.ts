import { untilAborted } from "./until-aborted.js";

/** The sandbox's source of time; tests pass their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after that many milliseconds, or at once when the signal aborts. Never rejects. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  async wait(milliseconds, signal) {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isOver = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
    await Promise.race([isOver, untilAborted(signal)]);
    clearTimeout(timer);
  },
};
