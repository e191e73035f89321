import type { TokenStore } from "./token-store.js";
import { describe, noText, notAdded, notKept, notRemoved, WrongAnswerError } from "../base/wrong-answer.js";

/** A store that does what it says, or fails. */
export interface HonestStore {
  /** In the order of the keys. */
  getAll(keys: readonly string[]): Promise<readonly (string | undefined)[]>;
  set(key: string, text: string, ttlMs?: number): Promise<void>;
  delete(key: string): Promise<void>;
  /** The same without a proof that it is gone. */
  discard(key: string): Promise<void>;
  /** In one step where the store can do that; else two servers may both be told true, if they ask in the same instant. */
  add(key: string, text: string, ttlMs: number): Promise<boolean>;
  /** Whether the store keeps and removes what nobody else knows of. */
  tryOut(like: Entry): Promise<void>;
}

/** A store that can be asked for several entries with one wait. */
export interface TimedStore extends TokenStore {
  getAll(keys: readonly string[]): Promise<readonly unknown[]>;
}

/** What there is to know of an entry without what is in it: some stores refuse long texts, or some lives. */
export interface Entry {
  readonly letters: number;
  readonly ttlMs: number | undefined;
}

export const anyEntry: Entry = { letters: 0, ttlMs: 60_000 };

/** Text with this in front is nothing that a client would take for JSON, and parse. */
const sign = "hc1:";

/** What is left of a shorter life may be over by the time it is read again. */
const shortMs = 10_000;

/**
 * Makes a store fail where it would do something else than it was asked in silence: what is written is read again, and so is what
 * was removed. Other servers may have changed it meanwhile, so a difference is judged by an entry whose key nobody else knows.
 *
 * @param onWrongAdd Hears why `add` of the store is not used, once.
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

  /** @returns What is there afterwards. */
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
    throw notAdded(`answered ${isAdded === null || isAdded === undefined ? String(isAdded) : describe(isAdded)}`);
  }

  async function tryAdd(): Promise<boolean> {
    const key = `human-connect:trial:${crypto.randomUUID()}`;
    try {
      const first = await addInOneStep(key, `${sign}first`, 60_000);
      const second = await addInOneStep(key, `${sign}second`, 60_000);
      const found = await read(key);
      if (!first) throw notAdded("answered false where there was no entry");
      if (second || found !== `${sign}first`) throw notAdded("did not keep the entry that was there");
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
    // A store that only fails now is tried again.
    addWorks.catch(() => (addWorks = undefined));
    return addWorks;
  }

  return {
    async getAll(keys) {
      return (await store.getAll(keys)).map((given) => {
        const value = readText(given);
        // Another program's, or an older version's.
        return value?.startsWith(sign) ? value.slice(sign.length) : undefined;
      });
    },
    async set(key, text, ttlMs) {
      await write(key, sign + text, ttlMs);
    },
    async delete(key) {
      await store.delete(key);
      await read(key);
      // A store that cannot be reached and says nothing looks empty, and another server may have written the entry anew.
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
      // Of several that began in the same instant, whoever wrote last has it.
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
