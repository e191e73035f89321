import { HumanApiError } from "./human-api-error.js";
import type { Log, StoreFailed } from "./log.js";
import { toLoggedError } from "./logged-error.js";
import { createMemoryStore } from "./memory-store.js";
import type { TokenStore } from "./token-store.js";
import { withDeadline } from "./with-deadline.js";

/** A store that never fails a request. */
export interface GuardedStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: string, ttlMs?: number): Promise<void>;
  /** @throws {HumanApiError} `store-failed`: that something was forgotten must not be claimed when it was not. */
  delete(key: string): Promise<void>;
}

export interface GuardedStoreSettings {
  /** Longest wait for one operation, in milliseconds. */
  readonly timeoutMs: number;
  readonly now: () => number;
  readonly log: Log;
}

/** A store that failed is left alone for so long: a client of Redis that waits for its connection answers nothing at all. */
const pauseMs = 2000;

/**
 * Stands between us and a store of the host's. While it fails or hangs, this process's own memory takes its place, so that
 * people still get their tokens and the service is not asked once for every click; it is tried again every two seconds.
 */
export function guardStore(store: TokenStore, { timeoutMs, now, log }: GuardedStoreSettings): GuardedStore {
  const spare = createMemoryStore({ now });
  let isFailing = false;
  let pausedUntil = 0;

  async function attempt<T>(operation: StoreFailed["operation"], run: () => unknown, instead: () => T) {
    if (isFailing && now() < pausedUntil) return instead();
    // One tries whether the store is back; nobody else has to wait for that.
    pausedUntil = now() + pauseMs;
    try {
      const value = await withDeadline(timeoutMs, undefined, run);
      isFailing = false;
      return value;
    } catch (error) {
      isFailing = true;
      log({ level: "warn", event: "store-failed", operation, error: toLoggedError(error) });
      return instead();
    }
  }

  return {
    get: (key) =>
      attempt(
        "get",
        () => store.get(key),
        () => spare.get(key),
      ),
    async set(key, value, ttlMs) {
      await attempt(
        "set",
        () => store.set(key, value, ttlMs),
        () => spare.set(key, value, ttlMs),
      );
    },
    async delete(key) {
      spare.delete(key);
      await withDeadline(timeoutMs, undefined, () => store.delete(key)).catch((error: unknown) => {
        log({ level: "warn", event: "store-failed", operation: "delete", error: toLoggedError(error) });
        throw new HumanApiError("store-failed", { cause: error });
      });
    },
  };
}

/** This process's own memory needs no guard. */
export function createOwnStore(now: () => number): GuardedStore {
  const memory = createMemoryStore({ now });
  return {
    get: async (key) => memory.get(key),
    set: async (key, value, ttlMs) => memory.set(key, value, ttlMs),
    delete: async (key) => memory.delete(key),
  };
}
