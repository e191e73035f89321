import type { MintMarks } from "./mint-marks.js";
import { DeadlineError, untilAborted, withDeadline } from "../base/with-deadline.js";

/** Calls that are under way, by whom they are for. */
export interface Visits {
  /** How often somebody was forgotten. */
  readonly forgotten: number;
  /**
   * Join at once: what waits until later may meet an older visit.
   *
   * @param person The same text for the same person.
   * @param since What `forgotten` was when the call began. If somebody was forgotten since then, nothing of the visit is kept: it may
   * have been this person, and in doubt that costs another call. Default: it begins now.
   */
  of(person: string, since?: number): Visit;
  /**
   * From now on nothing that is under way for this person is kept, and nobody who comes joins it. Resolves when nothing of it is
   * being written any more.
   *
   * @throws {HumanApiError} `store-failed`.
   */
  forget(person: string): Promise<void>;
}

/** What is under way for one person, until it has ended or the person is forgotten. */
export interface Visit {
  /**
   * Joins whoever asks for the same at the same time into one task. It goes on when they leave: its answer is kept, and the next
   * one who asks does not begin anew.
   *
   * @param name What is asked for.
   * @param signal Of whoever asks; leaving changes nothing for the others.
   */
  join<T>(name: string, task: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /**
   * Gets something from elsewhere and keeps it, unless the person was forgotten meanwhile, here or by another server: then it is
   * given to whoever waits, and to nobody else.
   *
   * @param drop Takes back what `keep` has written.
   */
  bring<T>(get: () => Promise<T>, keep: (brought: T) => Promise<void>, drop: (brought: T) => Promise<void>): Promise<T>;
}

export interface VisitsParts {
  readonly marks: MintMarks;
  /** A task that takes longer is lost: some platforms end what a request has begun when its client has gone. */
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
    // Nothing is under way that it could wait for.
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
      // Before anything else is removed: whoever writes later than that finds no mark.
      await marks.remove(person);
      await written;
    },
  };
}

interface Flight {
  readonly result: Promise<unknown>;
  readonly startedAt: number;
}

/** @param onChange Hears whether anything is under way. */
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
    // Who has left does not hear of a failure.
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
      if (!flight) return signal ? untilAborted(signal, start(name, task)) : start(name, task);
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
        // Another server may have forgotten them while that was written. What this one forgets, it removes itself.
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
