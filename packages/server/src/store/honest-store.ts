import type { TokenStore } from "./token-store.js";
import { describe, noText, notAdded, notKept, notRemoved, WrongAnswerError } from "../base/wrong-answer.js";

/** A store that does what it was asked to do, or fails. */
export interface HonestStore {
  /** Returns values in the order of the keys. */
  getAll(keys: readonly string[]): Promise<readonly (string | undefined)[]>;
  set(key: string, text: string, ttlMs?: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** Deletes without verifying that the entry is gone. */
  discard(key: string): Promise<void>;
  /** Atomic if the store has a working `add`; otherwise two servers may both receive true if they add at the same time. */
  add(key: string, text: string, ttlMs: number): Promise<boolean>;
  /** Checks that the store keeps and removes an entry with a random key; rejects if not. */
  tryOut(like: Entry): Promise<void>;
}

/** A store that reads several entries with one timeout. */
export interface TimedStore extends TokenStore {
  getAll(keys: readonly string[]): Promise<readonly unknown[]>;
}

/** The size and TTL of an entry, without its value: some stores refuse long values, or some TTLs. */
export interface Entry {
  readonly letters: number;
  readonly ttlMs: number | undefined;
}

export const anyEntry: Entry = { letters: 0, ttlMs: 60_000 };

/** Prefix of each value, so that no client parses it as JSON. */
const sign = "hc1:";

/** An entry with a shorter TTL may have expired by the time it is read back. */
const shortMs = 10_000;

/**
 * Makes a store reject where it would silently give a wrong answer: each write and each deletion is verified by reading the entry
 * again. Other servers may have changed it meanwhile, so after a difference an entry with a random key decides.
 *
 * @param onWrongAdd Called once with the reason why the store's `add` is not used.
 */
export function createHonestStore(store: TimedStore, onWrongAdd: (error: WrongAnswerError) => void): HonestStore {
  let addWorks: Promise<boolean> | undefined;

  async function read(key: string): Promise<string | undefined> {
    return readText(await store.get(key));
  }

  async function tryOut({ letters, ttlMs }: Entry): Promise<void> {
    const key = `human-connect:trial:${crypto.randomUUID()}`;
    const value = `${sign}{"trial":1}`.padEnd(letters, "x");
    await store.set(key, value, ttlMs);
    const found = await read(key);
    await store.delete(key);
    if (found !== value) throw notKept(found, ttlMs);
    if ((await read(key)) !== undefined) throw notRemoved();
  }

  /** @returns The value after the write. */
  async function write(key: string, value: string, ttlMs: number | undefined): Promise<string | undefined> {
    await store.set(key, value, ttlMs);
    if (ttlMs !== undefined && ttlMs < shortMs) return value;
    const found = await read(key);
    if (found !== value) await tryOut({ letters: value.length, ttlMs });
    return found;
  }

  async function addInOneStep(key: string, value: string, ttlMs: number): Promise<boolean> {
    const isAdded = await store.add!(key, value, ttlMs);
    if (typeof isAdded === "boolean") return isAdded;
    throw notAdded(`returned ${isAdded === null || isAdded === undefined ? String(isAdded) : describe(isAdded)}`);
  }

  async function tryAdd(): Promise<boolean> {
    const key = `human-connect:trial:${crypto.randomUUID()}`;
    try {
      const first = await addInOneStep(key, `${sign}first`, 60_000);
      const second = await addInOneStep(key, `${sign}second`, 60_000);
      const found = await read(key);
      if (!first) throw notAdded("returned false although there was no entry");
      if (second || found !== `${sign}first`) throw notAdded("replaced an existing entry, or returned true for it");
      return true;
    } catch (error) {
      if (!(error instanceof WrongAnswerError)) throw error;
      onWrongAdd(error);
      return false;
    } finally {
      await Promise.resolve(store.delete(key)).catch(() => {});
    }
  }

  async function canAdd(): Promise<boolean> {
    if (!store.add) return false;
    addWorks ??= tryAdd();
    // After a failure, as opposed to a wrong answer, `add` is tried again.
    addWorks.catch(() => (addWorks = undefined));
    return addWorks;
  }

  return {
    async getAll(keys) {
      return (await store.getAll(keys)).map((given) => {
        const value = readText(given);
        // An entry without the prefix was written by another program or an older version.
        return value?.startsWith(sign) ? value.slice(sign.length) : undefined;
      });
    },
    async set(key, text, ttlMs) {
      await write(key, sign + text, ttlMs);
    },
    async delete(key) {
      await store.delete(key);
      await read(key);
      // An unreachable store that reports no errors looks empty, and another server may have written the entry again.
      await tryOut(anyEntry);
    },
    async discard(key) {
      await store.delete(key);
    },
    async add(key, text, ttlMs) {
      const value = sign + text;
      if (await canAdd()) return addInOneStep(key, value, ttlMs);
      if ((await read(key)) !== undefined) return false;
      await write(key, value, ttlMs);
      // If several servers add at the same time, the last write wins.
      return (await read(key)) === value;
    },
    tryOut,
  };
}

function readText(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== "string") throw noText(value);
  return value;
}
