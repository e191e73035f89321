import { untilAborted } from "./with-deadline.js";

/**
 * Joins whoever asks for the same at the same time into one task.
 *
 * @param key What is asked for.
 * @param task Runs when nobody else's is under way. Its signal aborts when the last one who waits has left.
 * @param signal Of whoever asks; leaving changes nothing for the others.
 */
export type SingleFlight = <T>(
  key: string,
  task: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal | undefined,
) => Promise<T>;

interface Flight {
  readonly result: Promise<unknown>;
  readonly controller: AbortController;
  waiting: number;
}

export function createSingleFlight(): SingleFlight {
  const flights = new Map<string, Flight>();

  function start(key: string, task: (signal: AbortSignal) => Promise<unknown>): Flight {
    const controller = new AbortController();
    const result = task(controller.signal).finally(() => end(key, flight));
    const flight: Flight = { result, controller, waiting: 0 };
    flights.set(key, flight);
    return flight;
  }

  /** A flight that nobody waits for makes room at once, so that the next one who asks does not join what was given up. */
  function end(key: string, flight: Flight): void {
    if (flights.get(key) === flight) flights.delete(key);
  }

  return async <T>(key: string, task: (signal: AbortSignal) => Promise<T>, signal: AbortSignal | undefined) => {
    signal?.throwIfAborted();
    const flight = flights.get(key) ?? start(key, task);
    flight.waiting++;
    try {
      return (await (signal ? untilAborted(signal, flight.result) : flight.result)) as T;
    } finally {
      if (--flight.waiting === 0) {
        end(key, flight);
        flight.controller.abort();
      }
    }
  };
}
