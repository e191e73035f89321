import { anyEntry, createHonestStore, type Entry, type TimedStore } from "./honest-store.js";
import { HumanApiError } from "../base/human-api-error.js";
import type { Log } from "../base/log.js";
import { toLoggedError } from "../base/logged-error.js";
import { createMemoryStore, createOwnMemory } from "./memory-store.js";
import type { TokenStore } from "./token-store.js";
import { DeadlineError } from "../base/with-deadline.js";
import { type StoreOperation, WrongAnswerError } from "../base/wrong-answer.js";

/** A store whose failures do not fail a request. */
export interface GuardedStore {
  get(key: string): Promise<string | undefined>;
  /** Reads several entries at the same time, in the order of their keys. */
  getAll(keys: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** All entries of an owner, packed; only if the store is the memory of this process. */
  readonly peek?: (owner: string) => string | undefined;
  /** @returns Whether the store has the entry; false if only this process's memory has it. */
  set(key: string, value: string, ttlMs?: number): Promise<boolean>;
  /** @returns Whether the entry was written, because there was none. */
  add(key: string, value: string, ttlMs: number): Promise<boolean>;
  /** @throws {HumanApiError} `store-failed`: a deletion must not be reported if it did not happen. */
  delete(key: string): Promise<void>;
  /** The same for an entry that expires: it is harmless if it remains for a while. */
  discard(key: string): Promise<void>;
}

export interface GuardedStoreSettings {
  /** Longest wait for one operation, in milliseconds. */
  readonly timeoutMs: number;
  readonly now: () => number;
  readonly log: Log;
  /**
   * Whether entries that this process kept while the store was down remain valid when it is back. Tokens do not: another server may
   * have forgotten their user since. Default false.
   */
  readonly keepsSpare?: boolean;
}

/** Upper bound of the sequential store operations for one token, including read-backs and a trial. */
export const mostOperations = 30;

/** Pause after a failure of the store: a Redis client that waits for its connection does not respond at all. */
const pauseMs = 2000;

/** Pause after a wrong answer: its cause is how the store is implemented, and does not go away by itself. */
const wrongPauseMs = 60_000;

/**
 * Wraps a store of the host. While it fails, hangs or gives wrong answers, the memory of this process replaces it, for reading too, so
 * that users still get their tokens and the service is not called for every click. The store is tried again every two seconds; after a
 * wrong answer, every minute.
 */
export function guardStore(given: TokenStore, settings: GuardedStoreSettings): GuardedStore {
  const { now, timeoutMs, keepsSpare = false } = settings;
  const reporter = createReporter(settings.log);
  const store = createHonestStore(withDeadlines(given, timeoutMs), reporter.tell);
  let spare = createMemoryStore({ now });
  /** The operations that bypass the store: a full store can still be read. */
  let away: "nothing" | "writing" | "everything" = "nothing";
  let pausedUntil = 0;
  /** The last entry that could not be written: the store has recovered when it accepts a similar one. */
  let refused: Entry = anyEntry;

  function leave(operation: StoreOperation, error: unknown): void {
    const isWrong = error instanceof WrongAnswerError;
    away = away === "everything" || (isWrong ? error.operation : operation) === "get" ? "everything" : "writing";
    pausedUntil = now() + (isWrong ? wrongPauseMs : pauseMs);
    reporter.tell(error, operation);
  }

  /** One caller checks whether the store is back; the others do not wait for it. */
  async function tryAgain(): Promise<void> {
    if (now() < pausedUntil) return;
    pausedUntil = now() + pauseMs;
    try {
      await store.tryOut(refused);
      away = "nothing";
      if (!keepsSpare) spare = createMemoryStore({ now });
      reporter.tellRecovery();
    } catch (error) {
      leave("set", error);
    }
  }

  async function getAll(keys: readonly string[]): Promise<readonly (string | undefined)[]> {
    if (away !== "nothing") await tryAgain();
    const known = spare.size === 0 ? undefined : keys.map((key) => spare.get(key));
    if (away === "everything" || known?.includes(undefined) === false) return known ?? keys.map(() => undefined);
    try {
      const read = await store.getAll(keys);
      return known ? read.map((value, at) => known[at] ?? value) : read;
    } catch (error) {
      leave("get", error);
      return known ?? keys.map(() => undefined);
    }
  }

  async function change<T>({ operation, run, instead, entry }: Change<T>): Promise<T> {
    if (away !== "nothing") await tryAgain();
    if (away !== "nothing") return instead();
    try {
      return await run();
    } catch (error) {
      if (entry) refused = entry;
      leave(operation, error);
      return instead();
    }
  }

  return {
    get: async (key) => (await getAll([key]))[0],
    getAll,
    set: (key, value, ttlMs) =>
      change({
        operation: "set",
        entry: { letters: value.length, ttlMs },
        async run() {
          await store.set(key, value, ttlMs);
          spare.delete(key);
          return true;
        },
        instead() {
          spare.set(key, value, ttlMs);
          return false;
        },
      }),
    async add(key, value, ttlMs) {
      if (spare.get(key) !== undefined) return false;
      return change({
        operation: "add",
        entry: { letters: value.length, ttlMs },
        run: () => store.add(key, value, ttlMs),
        instead: () => spare.add(key, value, ttlMs),
      });
    },
    async delete(key) {
      spare.delete(key);
      await store.delete(key).catch((error: unknown) => {
        reporter.tell(error, "delete");
        throw new HumanApiError("store-failed", { cause: error });
      });
    },
    discard: (key) =>
      change({
        operation: "delete",
        async run() {
          spare.delete(key);
          await store.discard(key);
        },
        instead: () => spare.delete(key),
      }),
  };
}

interface Change<T> {
  readonly operation: StoreOperation;
  /** The entry to write, if any. */
  readonly entry?: Entry;
  readonly run: () => Promise<T>;
  /** The same in memory. */
  readonly instead: () => T;
}

/** The memory of this process needs no guard. */
export function createOwnStore(now: () => number): GuardedStore {
  const memory = createOwnMemory({ now });
  return {
    get: async (key) => memory.get(key),
    getAll: async (keys) => keys.map((key) => memory.get(key)),
    peek: memory.peek,
    async set(key, value, ttlMs) {
      memory.set(key, value, ttlMs);
      return true;
    },
    add: async (key, value, ttlMs) => memory.add(key, value, ttlMs),
    delete: async (key) => memory.delete(key),
    discard: async (key) => memory.delete(key),
  };
}

interface Reporter {
  /** @param operation The operation, if the error does not name it. */
  tell(error: unknown, operation?: StoreOperation): void;
  tellRecovery(): void;
}

function createReporter(log: Log): Reporter {
  const told = new Set<string>();
  return {
    tell(error, operation = "add") {
      if (!(error instanceof WrongAnswerError)) {
        log({ level: "warn", event: "store-failed", operation, error: toLoggedError(error) });
        return;
      }
      // It would be logged at each operation.
      if (told.has(error.did)) return;
      told.add(error.did);
      const { did, remedy } = error;
      log({ level: "error", event: "store-wrong-answer", operation: error.operation, did, remedy });
    },
    tellRecovery() {
      told.clear();
      log({ level: "info", event: "store-recovered" });
    },
  };
}

/** The store with a timeout for each operation. */
function withDeadlines(store: TokenStore, timeoutMs: number): TimedStore {
  const { add } = store;
  const run = (ask: () => unknown): Promise<unknown> =>
    withinTime(timeoutMs, (resolve, reject) => void Promise.resolve(ask()).then(resolve, reject));
  return {
    get: (key) => run(() => store.get(key)),
    getAll: (keys) => withinTime(timeoutMs, (resolve, reject) => readAll(store, keys, resolve, reject)),
    set: (key, value, ttlMs) => run(() => store.set(key, value, ttlMs)),
    delete: (key) => run(() => store.delete(key)),
    ...(add && { add: (key, value, ttlMs) => run(() => add.call(store, key, value, ttlMs)) }),
  };
}

/** Rejects with the first failure; later ones do not become unhandled rejections. */
function readAll(
  store: TokenStore,
  keys: readonly string[],
  resolve: (values: readonly unknown[]) => void,
  reject: (error: unknown) => void,
): void {
  const values: unknown[] = keys.map(() => undefined);
  let left = keys.length;
  for (const [at, key] of keys.entries())
    Promise.resolve(store.get(key)).then((value) => {
      values[at] = value;
      if (--left === 0) resolve(values);
    }, reject);
}

/**
 * Cheaper than `withDeadline`: this runs at each click, and no store accepts a signal.
 *
 * @param start Starts the operation. May throw.
 */
function withinTime<T>(
  timeoutMs: number,
  start: (resolve: (value: T) => void, reject: (error: unknown) => void) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DeadlineError(`No answer in ${timeoutMs} ms.`)), timeoutMs);
    const fail = (error: unknown): void => {
      clearTimeout(timer);
      reject(error as Error);
    };
    try {
      start((value) => {
        clearTimeout(timer);
        resolve(value);
      }, fail);
    } catch (error) {
      fail(error);
    }
  });
}
