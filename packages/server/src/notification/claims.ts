import type { GuardedStore } from "../store/guarded-store.js";
import type { StoreKeys } from "../store/store-keys.js";

/** Lets each event be worked on once. */
export interface Claims {
  /**
   * Does the work unless it is done already.
   *
   * @param id Tells one event from all others.
   * @returns `done`; `duplicate` when it was done before; what to wait for when somebody else is working on it.
   * @throws Whatever the work throws; then the event is as unknown as before.
   */
  once(id: string, work: () => Promise<void>): Promise<Outcome>;
}

export type Outcome = "done" | "duplicate" | OthersWork;

/** Somebody else is working on an event, or has died while doing so. */
export interface OthersWork {
  /** In milliseconds since 1970: then somebody else may try. */
  readonly until: number;
  /** What comes of it, where this server has begun it before. Fails as the work fails. */
  readonly ended?: Promise<Outcome>;
}

export interface ClaimsParts {
  readonly store: GuardedStore;
  readonly keys: StoreKeys;
  /** How long a finished event is remembered, in milliseconds. */
  readonly rememberMs: number;
  /** A server that has not finished by then has crashed, and another one may try. In milliseconds. */
  readonly claimMs: number;
  readonly now: () => number;
}

/** What the store says of an event. It has an end of its own, because not every store takes the life that it is given. */
interface Claim {
  readonly state: "pending" | "done";
  readonly until: number;
  /** Tells this claim from those before and after it. */
  readonly by: string;
}

/**
 * Whoever adds the first entry of an event works on it. A claim whose end has passed is taken over by adding an entry behind it,
 * named after it: of several servers that come upon it, one can add that.
 */
export function createClaims({ store, keys, rememberMs, claimMs, now }: ClaimsParts): Claims {
  const running = new Map<string, OthersWork>();
  /** What this server has finished while the store was away: the others have to hear of it. */
  const untold = new Map<string, Claim>();

  /** @returns Undefined when the event is ours. */
  async function take(key: string, claim: Claim): Promise<"duplicate" | OthersWork | undefined> {
    let place = key;
    for (let turn = 0; turn < mostTurns; turn++) {
      // It outlives its own end, so that nobody begins anew beside whoever is taking it over.
      if (await store.add(place, JSON.stringify(claim), 2 * claimMs)) {
        if (place !== key) await store.set(key, JSON.stringify(claim), 2 * claimMs);
        return undefined;
      }
      const found = parseClaim(await store.get(place));
      // Removed since, or never a claim.
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
      // Somebody else's must stay, if this one has come to its end meanwhile.
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

  /** With the next event: nothing else says that the store is back. */
  async function tellOthers(): Promise<void> {
    for (const [key, done] of [...untold].slice(0, mostTold)) if (!(await tell(key, done))) return;
  }

  async function begin(key: string, claim: Claim, work: () => Promise<void>): Promise<Outcome> {
    const taken = await take(key, claim);
    if (taken) return taken;
    await perform(key, claim, work);
    await tellOthers();
    return "done";
  }

  return {
    async once(id, work) {
      // A hash: an id may be as long as a body.
      const key = await keys.of("notification", id);
      const same = running.get(key);
      if (same) return same;
      const claim: Claim = { state: "pending", until: now() + claimMs, by: crypto.randomUUID() };
      const ended = begin(key, claim, work).finally(() => running.delete(key));
      running.set(key, { ended, until: claim.until });
      return ended;
    },
  };
}

const mostUntold = 10_000;

/** With one event. */
const mostTold = 100;

/** So often somebody may have died at one event, or have let go of it in this moment. */
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
