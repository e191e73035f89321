import type { GuardedStore } from "../store/guarded-store.js";
import type { OwnerHash } from "../store/owners.js";

/**
 * Runs the work on an event unless it is done already.
 *
 * @param id Identifies the event.
 * @returns `done`; `duplicate` if the event was handled before; what to wait for if another call or server is handling it.
 * @throws The error of the work; the event then counts as not handled.
 */
export type Once = (id: string, work: () => Promise<void>) => Promise<Outcome>;

export type Outcome = "done" | "duplicate" | OthersWork;

/** Another call or server is handling an event, or crashed while doing so. */
export interface OthersWork {
  /** When another server may try, in milliseconds since 1970. */
  readonly until: number;
  /** The outcome, if this server is handling the event. Rejects if the work fails. */
  readonly ended?: Promise<Outcome>;
}

export interface OnceParts {
  readonly store: GuardedStore;
  readonly hash: OwnerHash;
  /** How long a handled event is remembered, in milliseconds. */
  readonly rememberMs: number;
  /** After this long, in milliseconds, a server that has not finished counts as crashed, and another one may try. */
  readonly claimMs: number;
  readonly now: () => number;
}

/** The store's entry for an event. It holds its own expiry, because not every store respects the TTL. */
interface Claim {
  readonly state: "pending" | "done";
  readonly until: number;
  /** Identifies this claim among earlier and later ones. */
  readonly by: string;
}

/**
 * The server that adds the first entry for an event handles it. An expired claim is taken over by adding an entry whose key contains
 * the id of the claim: if several servers try, only one of them can add it.
 */
export function createOnce({ store, hash, rememberMs, claimMs, now }: OnceParts): Once {
  const running = new Map<string, OthersWork>();
  /** Events that this server has handled while the store was down; the other servers have to learn of them. */
  const untold = new Map<string, Claim>();

  /** @returns Undefined if this call has claimed the event. */
  async function tryClaim(key: string, claim: Claim): Promise<"duplicate" | OthersWork | undefined> {
    let place = key;
    for (let turn = 0; turn < mostTurns; turn++) {
      // The entry outlives the claim, so that no server starts from the first key while another takes the claim over.
      if (await store.add(place, JSON.stringify(claim), 2 * claimMs)) {
        if (place !== key) await store.set(key, JSON.stringify(claim), 2 * claimMs);
        return undefined;
      }
      const found = parseClaim(await store.get(place));
      // Removed meanwhile, or not a claim.
      if (!found) continue;
      const isOver = found.until <= now();
      if (!isOver) return found.state === "done" ? "duplicate" : { until: found.until };
      place = `${key}:${found.by}`;
    }
    return { until: now() + 1000 };
  }

  async function perform(key: string, claim: Claim, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // If this claim has expired meanwhile, the claim of another server must remain.
      if (parseClaim(await store.get(key))?.by === claim.by) await store.discard(key);
      throw error;
    }
    await tell(key, { ...claim, state: "done", until: now() + rememberMs });
  }

  async function tell(key: string, done: Claim): Promise<boolean> {
    untold.delete(key);
    const lifeMs = done.until - now();
    if (lifeMs <= 0 || (await store.set(key, JSON.stringify(done), lifeMs))) return true;
    untold.set(key, done);
    if (untold.size > mostUntold) untold.delete(untold.keys().next().value!);
    return false;
  }

  /** Runs with the next event, because no other signal tells that the store is back. */
  async function tellOthers(): Promise<void> {
    for (const [key, done] of [...untold].slice(0, mostTold)) if (!(await tell(key, done))) return;
  }

  async function begin(key: string, claim: Claim, work: () => Promise<void>): Promise<Outcome> {
    const taken = await tryClaim(key, claim);
    if (taken) return taken;
    await perform(key, claim, work);
    await tellOthers();
    return "done";
  }

  return async (id, work) => {
    // Hashed, because an id may be as long as a body.
    const key = `${await hash(id)}notification`;
    const same = running.get(key);
    if (same) return same;
    const claim: Claim = { state: "pending", until: now() + claimMs, by: crypto.randomUUID() };
    const ended = begin(key, claim, work).finally(() => running.delete(key));
    running.set(key, { ended, until: claim.until });
    return ended;
  };
}

const mostUntold = 10_000;

/** Entries that are written with one event. */
const mostTold = 100;

/** Attempts to claim an event: claims on the way may have expired after a crash, or be removed in this moment. */
const mostTurns = 10;

function parseClaim(text: string | undefined): Claim | undefined {
  try {
    const claim = JSON.parse(text ?? "") as Claim;
    const isSound =
      ["pending", "done"].includes(claim.state) && Number.isFinite(claim.until) && typeof claim.by === "string";
    return isSound ? claim : undefined;
  } catch {
    return undefined;
  }
}
