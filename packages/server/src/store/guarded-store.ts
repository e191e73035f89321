import { anyEntry, createHonestStore, type Entry, type TimedStore } from "./honest-store.js";
import { HumanApiError } from "../base/human-api-error.js";
import type { Log } from "../base/log.js";
import { toLoggedError } from "../base/logged-error.js";
import { createMemoryStore, createOwnMemory } from "./memory-store.js";
import type { TokenStore } from "./token-store.js";
import { DeadlineError } from "../base/with-deadline.js";
import { type StoreOperation, WrongAnswerError } from "../base/wrong-answer.js";

/** A store that never fails a request. */
export interface GuardedStore {
  get(key: string): Promise<string | undefined>;
  /** Several at the same time, in the order of their keys. */
  getAll(keys: readonly string[]): Promise<readonly (string | undefined)[]>;
  /** What is kept of somebody, where the store is this process's own memory. */
  readonly peek?: (owner: string) => string | undefined;
  /** @returns Whether the store has it, and not this process's memory alone. */
  set(key: string, value: string, ttlMs?: number): Promise<boolean>;
  /** @returns Whether there was nothing, so that it was written. */
  add(key: string, value: string, ttlMs: number): Promise<boolean>;
  /** @throws {HumanApiError} `store-failed`: that something was forgotten must not be claimed when it was not. */
  delete(key: string): Promise<void>;
  /** The same for what has an end of its own: that it stays a while harms nobody. */
  discard(key: string): Promise<void>;
}

export interface GuardedStoreSettings {
  /** Longest wait for one operation, in milliseconds. */
  readonly timeoutMs: number;
  readonly now: () => number;
  readonly log: Log;
  /**
   * Whether what this process remembered while the store was away counts when it is back. Tokens do not: another server may
   * have forgotten their user since. Default false.
   */
  readonly keepsSpare?: boolean;
}

/** The most that one token asks of a store one after the other, with reading again what was written and a trial. */
export const mostOperations = 30;

/** A store that failed is left alone for so long: a client of Redis that waits for its connection answers nothing at all. */
const pauseMs = 2000;

/** What a store does wrong is how it is made, and does not pass by itself. */
const wrongPauseMs = 60_000;

/**
 * Stands between us and a store of the host's. While it fails, hangs or does something else than it was asked, this process's own
 * memory takes its place, for reading too, so that people still get their tokens and the service is not asked once for every
 * click. It is tried again every two seconds; one that gave a wrong answer, every minute.
 */
export function guardStore(given: TokenStore, settings: GuardedStoreSettings): GuardedStore {
  const { now, timeoutMs, keepsSpare = false } = settings;
  const reporter = createReporter(settings.log);
  const store = createHonestStore(withDeadlines(given, timeoutMs), reporter.tell);
  let spare = createMemoryStore({ now });
  /** What the store is not trusted with: one that is full can still be read. */
  let away: "nothing" | "writing" | "everything" = "nothing";
  let pausedUntil = 0;
  /** The last one that could not be written: the store is back when it takes one like that. */
  let refused: Entry = anyEntry;

  function leave(operation: StoreOperation, error: unknown): void {
    const isWrong = error instanceof WrongAnswerError;
    away = away === "everything" || (isWrong ? error.operation : operation) === "get" ? "everything" : "writing";
    pausedUntil = now() + (isWrong ? wrongPauseMs : pauseMs);
    reporter.tell(error, operation);
  }

  /** One finds out whether the store is back; nobody else has to wait for that. */
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
  /** What is written, if anything. */
  readonly entry?: Entry;
  readonly run: () => Promise<T>;
  /** The same in memory. */
  readonly instead: () => T;
}

/** This process's own memory needs no guard. */
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
  /** @param operation What was asked of the store, where the error does not know. */
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
      // It will answer so again and again.
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

/** The store with an end to each wait. */
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

/** Whatever fails first is the outcome; of the others nothing is left that nobody hears. */
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
 * Lighter than `withDeadline`: this is asked at each click, and no store takes a signal.
 *
 * @param start May throw.
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
