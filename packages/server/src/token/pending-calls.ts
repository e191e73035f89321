import { DeadlineError, untilAborted, withDeadline } from "../base/with-deadline.js";
import type { MintMarks } from "./mint-marks.js";

/** Pending calls, by owner. */
export interface PendingCalls {
  /** Number of `forget` calls, for all owners. */
  readonly forgotten: number;
  /**
   * Returns the pending calls of one owner. Call `dedupe` on them synchronously: later they may be outdated.
   *
   * @param key The same string for the same owner.
   * @param since Value of `forgotten` when the call began. If any owner was forgotten since, the results of the calls are not stored: it
   * may have been this one, and another call is the lesser cost. Default: the current value.
   */
  of(key: string, since?: number): OwnerCalls;
  /**
   * Discards the results of all pending calls for this owner, and lets no later caller join them. Resolves when none of them is writing
   * any more.
   *
   * @throws {HumanApiError} `store-failed`.
   */
  forget(key: string): Promise<void>;
}

/** The pending calls for one owner, until they have ended or the owner is forgotten. */
export interface OwnerCalls {
  /**
   * Shares one task between concurrent callers. The task continues when they abort: its result is stored, and the next caller does not
   * start again.
   *
   * @param name Identifies the task.
   * @param signal The caller's signal; aborting does not affect the other callers.
   */
  dedupe<T>(name: string, task: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /**
   * Requests a value and stores it, unless the owner was forgotten meanwhile, by this or another server: in that case only the waiting
   * callers receive it.
   *
   * @param undo Removes what `store` has written.
   */
  mint<T>(
    request: () => Promise<T>,
    store: (minted: T) => Promise<void>,
    undo: (minted: T) => Promise<void>,
  ): Promise<T>;
}

export interface PendingCallsParts {
  readonly marks: MintMarks;
  /** A task that takes longer, in milliseconds, counts as lost: some platforms end pending work when the client disconnects. */
  readonly longestMs: number;
}

interface OpenCalls extends OwnerCalls {
  forget(): Promise<void>;
}

export function createPendingCalls({ marks, longestMs }: PendingCallsParts): PendingCalls {
  const open = new Map<string, OpenCalls>();
  let forgotten = 0;

  function create(key: string): OpenCalls {
    const calls = createOwnerCalls(key, { marks, longestMs }, (isBusy) => {
      if (isBusy) open.set(key, calls);
      else if (open.get(key) === calls) open.delete(key);
    });
    return calls;
  }

  function createForgotten(key: string): OwnerCalls {
    const calls = create(key);
    // There are no pending writes to wait for.
    void calls.forget();
    return calls;
  }

  return {
    get forgotten() {
      return forgotten;
    },
    of: (key, since = forgotten) => (since === forgotten ? (open.get(key) ?? create(key)) : createForgotten(key)),
    async forget(key) {
      forgotten += 1;
      const calls = open.get(key);
      open.delete(key);
      const written = calls?.forget();
      // Before other entries are removed: a server that writes later finds no mark.
      await marks.remove(key);
      await written;
    },
  };
}

interface PendingTask {
  readonly result: Promise<unknown>;
  readonly startedAt: number;
}

/** @param onChange Called with whether any task is pending. */
function createOwnerCalls(
  key: string,
  { marks, longestMs }: PendingCallsParts,
  onChange: (isBusy: boolean) => void,
): OpenCalls {
  const pending = new Map<string, PendingTask>();
  const writes = new Set<Promise<void>>();
  let isForgotten = false;

  function end(name: string, ended: PendingTask): void {
    if (pending.get(name) === ended) pending.delete(name);
    if (pending.size === 0) onChange(false);
  }

  function start<T>(name: string, task: () => Promise<T>): Promise<T> {
    const result = task().finally(() => end(name, started));
    const started: PendingTask = { result, startedAt: Date.now() };
    pending.set(name, started);
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

  const calls: OpenCalls = {
    async dedupe<T>(name: string, task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
      signal?.throwIfAborted();
      const same = pending.get(name);
      if (!same) return untilAborted(signal, start(name, task));
      try {
        const leftMs = Math.max(0, same.startedAt + longestMs - Date.now());
        return (await withDeadline(leftMs, signal, () => same.result)) as T;
      } catch (error) {
        if (!(error instanceof DeadlineError)) throw error;
        if (pending.get(name) === same) pending.delete(name);
        return calls.dedupe(name, task, signal);
      }
    },
    mint: (request, store, undo) =>
      marks.during(key, async (isMarked) => {
        const minted = await request();
        if (!(await isMarked())) return minted;
        await write(() => store(minted));
        // Another server may have forgotten the owner during the write. This server's own `forget` removes the entries itself.
        if (!isForgotten && !(await isMarked())) await undo(minted).catch(() => {});
        return minted;
      }),
    async forget() {
      isForgotten = true;
      await Promise.allSettled(writes);
    },
  };
  return calls;
}
