import type { GuardedStore } from "../store/guarded-store.js";

/** Marks in the store, by which one server learns that another has forgotten somebody while it was asking for their token. */
export interface MintMarks {
  /**
   * Keeps a mark for this person while a task runs.
   *
   * @param task Its argument tells whether the mark is still there.
   */
  during<T>(person: string, task: (isMarked: () => Promise<boolean>) => Promise<T>): Promise<T>;
  /** Tells every task that is under way. @throws {HumanApiError} `store-failed`. */
  remove(person: string): Promise<void>;
}

/** For a store that no other server has. */
export const noMarks: MintMarks = {
  during: (_person, task) => task(() => Promise.resolve(true)),
  remove: () => Promise.resolve(),
};

interface Mark {
  tasks: number;
  /** Undefined when the store cannot be relied on for it, or another server's has taken its place. */
  readonly set: Promise<SetMark | undefined>;
}

interface SetMark {
  readonly value: string;
  /** Whether it was this server that made it. What another one has made is not this one's to remove. */
  readonly isOwn: boolean;
}

/**
 * A mark is a text drawn at random, shared by all servers that ask for tokens of one person at that time, and gone when the
 * one that made it has ended: in doubt the others keep nothing, which costs one call later. A store that does not give back what was just
 * written to it has no marks, and everything is kept.
 *
 * @param lifeMs After this long a mark of a server that has died is gone.
 */
export function createMintMarks(store: GuardedStore, lifeMs: number): MintMarks {
  const own = new Map<string, Mark>();
  /** Removals under way: a new mark must not be taken away by an older one's end. */
  const ends = new Map<string, Promise<void>>();

  async function set(person: string): Promise<SetMark | undefined> {
    await ends.get(person);
    const found = await store.get(person);
    const value = found ?? crypto.randomUUID();
    await store.set(person, value, lifeMs);
    return (await store.get(person)) === value ? { value, isOwn: found === undefined } : undefined;
  }

  function begin(person: string): Mark {
    const mark = own.get(person) ?? { tasks: 0, set: set(person) };
    mark.tasks += 1;
    own.set(person, mark);
    return mark;
  }

  /** @param by A mark that stays has an end of its own; only `forget` has to know that it is gone. */
  async function remove(person: string, by: "delete" | "discard" = "delete"): Promise<void> {
    own.delete(person);
    const removing = store[by](person);
    const ending = removing.catch(() => {});
    ends.set(person, ending);
    await ending;
    if (ends.get(person) === ending) ends.delete(person);
    await removing;
  }

  async function end(person: string, mark: Mark): Promise<void> {
    mark.tasks -= 1;
    const isOwn = (await mark.set)?.isOwn ?? false;
    if (mark.tasks > 0 || own.get(person) !== mark) return;
    if (isOwn) await remove(person, "discard");
    else own.delete(person);
  }

  return {
    async during(person, task) {
      const mark = begin(person);
      try {
        const value = (await mark.set)?.value;
        return await task(async () => value === undefined || (await store.get(person)) === value);
      } finally {
        await end(person, mark);
      }
    },
    remove: (person) => remove(person),
  };
}
