import type { MintMarks } from "./mint-marks.js";
import { DeadlineError, untilAborted, withDeadline } from "../base/with-deadline.js";

/** Pending calls, by user. */
export interface Visits {
  /** Number of `forget` calls, for all users. */
  readonly forgotten: number;
  /**
   * Returns the visit of a user. Call `join` on it synchronously: by a later call, the visit may be outdated.
   *
   * @param person The same string for the same user.
   * @param since Value of `forgotten` when the call began. If any user was forgotten since, the results of the visit are not stored: it
   * may have been this user, and another call is the lesser cost. Default: the current value.
   */
  of(person: string, since?: number): Visit;
  /**
   * Discards the results of all pending tasks for this user, and lets no later caller join them. Resolves when none of them is writing
   * any more.
   *
   * @throws {HumanApiError} `store-failed`.
   */
  forget(person: string): Promise<void>;
}

/** The pending tasks for one user, until they have ended or the user is forgotten. */
export interface Visit {
  /**
   * Shares one task between concurrent callers. The task continues when they abort: its result is stored, and the next caller does not
   * start again.
   *
   * @param name Identifies the task.
   * @param signal The caller's signal; aborting does not affect the other callers.
   */
  join<T>(name: string, task: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /**
   * Requests a value and stores it, unless the user was forgotten meanwhile, by this or another server: in that case only the waiting
   * callers receive it.
   *
   * @param drop Removes what `keep` has written.
   */
  bring<T>(get: () => Promise<T>, keep: (brought: T) => Promise<void>, drop: (brought: T) => Promise<void>): Promise<T>;
}

export interface VisitsParts {
  readonly marks: MintMarks;
  /** A task that takes longer, in milliseconds, counts as lost: some platforms end pending work when the client disconnects. */
  readonly longestMs: number;
}

interface OpenVisit extends Visit {
  forget(): Promise<void>;
}

export function createVisits({ marks, longestMs }: VisitsParts): Visits {
  const open = new Map<string, OpenVisit>();
  let forgotten = 0;

  function create(person: string): OpenVisit {
    const visit = createVisit(person, { marks, longestMs }, (isBusy) => {
      if (isBusy) open.set(person, visit);
      else if (open.get(person) === visit) open.delete(person);
    });
    return visit;
  }

  function createForgotten(person: string): Visit {
    const visit = create(person);
    // There are no pending writes to wait for.
    void visit.forget();
    return visit;
  }

  return {
    get forgotten() {
      return forgotten;
    },
    of: (person, since = forgotten) =>
      since === forgotten ? (open.get(person) ?? create(person)) : createForgotten(person),
    async forget(person) {
      forgotten += 1;
      const visit = open.get(person);
      open.delete(person);
      const written = visit?.forget();
      // Before other entries are removed: a server that writes later finds no mark.
      await marks.remove(person);
      await written;
    },
  };
}

interface Flight {
  readonly result: Promise<unknown>;
  readonly startedAt: number;
}

/** @param onChange Called with whether any task is pending. */
function createVisit(
  person: string,
  { marks, longestMs }: VisitsParts,
  onChange: (isBusy: boolean) => void,
): OpenVisit {
  const flights = new Map<string, Flight>();
  const writes = new Set<Promise<void>>();
  let isForgotten = false;

  function end(name: string, flight: Flight): void {
    if (flights.get(name) === flight) flights.delete(name);
    if (flights.size === 0) onChange(false);
  }

  function start<T>(name: string, task: () => Promise<T>): Promise<T> {
    const result = task().finally(() => end(name, flight));
    const flight: Flight = { result, startedAt: Date.now() };
    flights.set(name, flight);
    if (!isForgotten) onChange(true);
    // Avoids an unhandled rejection if all callers have aborted.
    result.catch(() => {});
    return result;
  }

  async function write(task: () => Promise<void>): Promise<void> {
    if (isForgotten) return;
    const writing = task();
    writes.add(writing);
    await writing.finally(() => writes.delete(writing));
  }

  const visit: OpenVisit = {
    async join<T>(name: string, task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
      signal?.throwIfAborted();
      const flight = flights.get(name);
      if (!flight) return untilAborted(signal, start(name, task));
      try {
        const leftMs = Math.max(0, flight.startedAt + longestMs - Date.now());
        return (await withDeadline(leftMs, signal, () => flight.result)) as T;
      } catch (error) {
        if (!(error instanceof DeadlineError)) throw error;
        if (flights.get(name) === flight) flights.delete(name);
        return visit.join(name, task, signal);
      }
    },
    bring: (get, keep, drop) =>
      marks.during(person, async (isMarked) => {
        const brought = await get();
        if (!(await isMarked())) return brought;
        await write(() => keep(brought));
        // Another server may have forgotten the user during the write. This server's own `forget` removes the entries itself.
        if (!isForgotten && !(await isMarked())) await drop(brought).catch(() => {});
        return brought;
      }),
    async forget() {
      isForgotten = true;
      await Promise.allSettled(writes);
    },
  };
  return visit;
}
