import type { GuardedStore } from "../store/guarded-store.js";

/** Marks in the store, by which a server learns that another one has forgotten an owner while it was requesting one of its tokens. */
export interface MintMarks {
  /**
   * Keeps a mark for this owner while a task runs.
   *
   * @param task Receives a function that tells whether the mark still exists.
   */
  during<T>(key: string, task: (isMarked: () => Promise<boolean>) => Promise<T>): Promise<T>;
  /** Removes the mark, and thereby notifies every running task. @throws {HumanApiError} `store-failed`. */
  remove(key: string): Promise<void>;
}

/** For a store that is not shared with other servers. */
export const noMarks: MintMarks = {
  during: (_person, task) => task(() => Promise.resolve(true)),
  remove: () => Promise.resolve(),
};

interface Mark {
  tasks: number;
  /** Undefined if the store does not return the mark, or if the mark of another server has replaced it. */
  readonly set: Promise<SetMark | undefined>;
}

interface SetMark {
  readonly value: string;
  /** Whether this server created the mark. A server does not remove the mark of another one. */
  readonly isOwn: boolean;
}

/**
 * A mark is a random string, shared by all servers that request tokens of one owner at that time. The server that created the mark removes
 * it when its own tasks end: the others then store nothing, which costs one call later. With a store that does not return what was just
 * written, there are no marks, and every token is stored.
 *
 * @param lifeMs TTL of a mark in milliseconds, after which the mark of a crashed server is gone.
 */
export function createMintMarks(store: GuardedStore, lifeMs: number): MintMarks {
  const own = new Map<string, Mark>();
  /** Pending removals: the removal of an old mark must not delete a new one. */
  const ends = new Map<string, Promise<void>>();

  async function set(key: string): Promise<SetMark | undefined> {
    await ends.get(key);
    const found = await store.get(key);
    const value = found ?? crypto.randomUUID();
    await store.set(key, value, lifeMs);
    return (await store.get(key)) === value ? { value, isOwn: found === undefined } : undefined;
  }

  function begin(key: string): Mark {
    const mark = own.get(key) ?? { tasks: 0, set: set(key) };
    mark.tasks += 1;
    own.set(key, mark);
    return mark;
  }

  /** @param by `discard` is enough for a mark that expires anyway; only `forget` has to know that it is gone. */
  async function remove(key: string, by: "delete" | "discard" = "delete"): Promise<void> {
    own.delete(key);
    const removing = store[by](key);
    const ending = removing.catch(() => {});
    ends.set(key, ending);
    await ending;
    if (ends.get(key) === ending) ends.delete(key);
    await removing;
  }

  async function end(key: string, mark: Mark): Promise<void> {
    mark.tasks -= 1;
    const isOwn = (await mark.set)?.isOwn ?? false;
    if (mark.tasks > 0 || own.get(key) !== mark) return;
    if (isOwn) await remove(key, "discard");
    else own.delete(key);
  }

  return {
    async during(key, task) {
      const mark = begin(key);
      try {
        const value = (await mark.set)?.value;
        return await task(async () => value === undefined || (await store.get(key)) === value);
      } finally {
        await end(key, mark);
      }
    },
    remove: (key) => remove(key),
  };
}
