import type { GuardedStore } from "./guarded-store.js";
import type { StoreKeys } from "./store-keys.js";

/** Lets each event be worked on once. */
export interface Claims {
  /**
   * Does the work unless it is done already. Whoever comes with the same event meanwhile waits for that work, and fails with it.
   *
   * @param id Tells one event from all others.
   * @returns `duplicate` when somebody else has done it, or another server is about to.
   * @throws Whatever the work throws; then the event is as unknown as before.
   */
  once(id: string, work: () => Promise<void>): Promise<"done" | "duplicate">;
}

export interface ClaimsParts {
  readonly store: GuardedStore;
  readonly keys: StoreKeys;
  /** How long a finished event is remembered. */
  readonly rememberMs: number;
}

/** A server that has not finished by then has crashed, and another one may try. */
const pendingMs = 300_000;

export function createClaims({ store, keys, rememberMs }: ClaimsParts): Claims {
  const running = new Map<string, Promise<"done" | "duplicate">>();

  async function claim(key: string, work: () => Promise<void>): Promise<"done" | "duplicate"> {
    if (typeof (await store.get(key)) === "string") return "duplicate";
    await store.set(key, "pending", pendingMs);
    try {
      await work();
    } catch (error) {
      // A mark that stays costs the next attempt; that the store fails is in the log.
      await store.delete(key).catch(() => {});
      throw error;
    }
    await store.set(key, "done", rememberMs);
    return "done";
  }

  return {
    async once(id, work) {
      // A hash: an id may be as long as a body.
      const key = await keys.of("notification", id);
      const same = running.get(key);
      if (same) {
        await same;
        return "duplicate";
      }
      const mine = claim(key, work).finally(() => running.delete(key));
      running.set(key, mine);
      return mine;
    },
  };
}
