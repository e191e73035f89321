import { toLoggedError } from "../base/logged-error.js";
import { requireStore, type TokenStore } from "./token-store.js";
import { withDeadline } from "../base/with-deadline.js";
import { describe } from "../base/wrong-answer.js";

export interface CheckStoreOptions {
  /** Longest wait for one operation of the store, in milliseconds. Default 1000. */
  timeoutMs?: number | undefined;
  /** TTL of a short-lived test entry, in milliseconds. The check takes a little longer than this. Default 1000. */
  lifeMs?: number | undefined;
}

/** How a store fulfils the contract of {@link TokenStore}. */
export interface StoreReport {
  /** Whether the kit can use the store: no required check failed. */
  readonly isFit: boolean;
  /** Whether the store has a working `add`. */
  readonly canAdd: boolean;
  readonly findings: readonly StoreFinding[];
}

export interface StoreFinding {
  /** What was checked, such as `long life`. */
  readonly check: string;
  /** A `note` needs no action: the kit works without it. */
  readonly level: "ok" | "note" | "fault";
  /** What the store did. */
  readonly did: string;
  /** What to do about it; undefined if no action is needed. */
  readonly remedy?: string;
}

/**
 * Checks a store, in a test or when a server starts: writes entries with random keys, reads and removes them.
 *
 * @returns A report of all checks. It never rejects.
 * @example
 * const { isFit, findings } = await checkStore(store);
 * if (!isFit) throw new Error(JSON.stringify(findings, null, 2));
 */
export async function checkStore(store: TokenStore, options: CheckStoreOptions = {}): Promise<StoreReport> {
  const methods = checkMethods(store);
  if (methods.level === "fault") return { isFit: false, canAdd: false, findings: [methods] };
  const trial = createTrial(store, options);
  const findings = [methods];
  // Some clients connect with their first operation, which then takes longer; what it finds is checked below.
  await trial.get(trial.key()).catch(() => undefined);
  for (const [check, look] of Object.entries(checks)) {
    const finding = await look(trial).catch((error: unknown) => toFault(error));
    findings.push({ check, ...finding });
  }
  await trial.cleanUp();
  const isOf = (name: string, { check }: StoreFinding): boolean => check === name;
  return {
    isFit: findings.every((finding) => finding.level !== "fault" || isOf("add", finding)),
    canAdd: findings.some((finding) => finding.level === "ok" && isOf("add", finding)),
    findings,
  };
}

type Look = (trial: Trial) => Promise<Omit<StoreFinding, "check">>;

/** A store with timeouts and random keys. */
interface Trial {
  readonly lifeMs: number;
  readonly canTryAdd: boolean;
  key(): string;
  get(key: string): Promise<unknown>;
  set(key: string, value: string, ttlMs?: number): Promise<unknown>;
  delete(key: string): Promise<unknown>;
  add(key: string, value: string): Promise<unknown>;
  cleanUp(): Promise<void>;
}

function createTrial(store: TokenStore, { timeoutMs = 1000, lifeMs = 1000 }: CheckStoreOptions): Trial {
  const keys: string[] = [];
  const within = (run: () => unknown): Promise<unknown> => withDeadline(timeoutMs, undefined, run);
  return {
    lifeMs,
    canTryAdd: store.add !== undefined,
    key() {
      keys.push(`human-connect:check:${crypto.randomUUID()}`);
      return keys.at(-1)!;
    },
    get: (key) => within(() => store.get(key)),
    set: (key, value, ttlMs) => within(() => store.set(key, value, ttlMs)),
    delete: (key) => within(() => store.delete(key)),
    add: (key, value) => within(() => store.add!(key, value, hourMs)),
    async cleanUp() {
      await Promise.allSettled(keys.map((key) => within(() => store.delete(key))));
    },
  };
}

function checkMethods(store: TokenStore): StoreFinding {
  try {
    requireStore(store ?? ({} as TokenStore));
    return { check: "methods", level: "ok", did: "has get, set and delete" };
  } catch (error) {
    const [did = "", remedy = ""] = (error as Error).message.split(/(?<=\.) /, 2);
    return { check: "methods", level: "fault", did, remedy };
  }
}

const hourMs = 3_600_000;

/** As long as an encrypted token, with characters that some stores change. */
const text = `hc1:${JSON.stringify({ token: "t".repeat(4000), lifeMs: 3_600_000, name: 'Zoë "日" \\ 🙂' })}`;

/** Each check has its own entries, so that one fault is not reported as another. */
const checks: Record<string, Look> = {
  async text({ key, set, get }) {
    const place = key();
    await set(place, text, hourMs);
    return expectText(await get(place), text, "returns the string that was written");
  },
  async nothing({ key, get }) {
    const found = await get(key());
    if (found === null || found === undefined)
      return { level: "ok", did: "returns null or undefined for an unknown key" };
    return fault(`returned ${describe(found)} for an unknown key`, "Return null or undefined for it.");
  },
  async overwriting({ key, set, get }) {
    const place = key();
    await set(place, "hc1:first", hourMs);
    await set(place, "hc1:second", hourMs);
    return expectText(await get(place), "hc1:second", "returns the value that was written last");
  },
  async deleting({ key, set, get, delete: remove }) {
    const place = key();
    await set(place, "hc1:text", hourMs);
    await remove(place);
    const found = await get(place);
    if (found === null || found === undefined) return { level: "ok", did: "removes deleted entries" };
    const remedy =
      "Map delete to the client's method that removes one key, such as del or removeItem: otherwise `forget` fails.";
    return fault("returned an entry that had been deleted", remedy);
  },
  async "long life"({ key, set, get }) {
    const place = key();
    await set(place, "hc1:text", 24 * hourMs);
    const found = await get(place);
    if (found !== null && found !== undefined)
      return expectText(found, "hc1:text", "keeps an entry with a TTL of one day");
    const remedy =
      "The TTL is in milliseconds. Some clients expect seconds, and read more than 30 days of them as a date: divide by 1000.";
    return fault("lost an entry with a TTL of one day immediately", remedy);
  },
  async "no end"({ key, set, get }) {
    const place = key();
    await set(place, "hc1:text");
    return expectText(await get(place), "hc1:text", "keeps an entry without a TTL");
  },
  async life({ key, set, get, lifeMs }) {
    const place = key();
    await set(place, "hc1:text", lifeMs).catch((error: unknown) => {
      throw new Error(`an entry with a TTL of ${lifeMs} ms: ${String((error as Error)?.message ?? error)}`, {
        cause: error,
      });
    });
    await new Promise((resolve) => setTimeout(resolve, lifeMs + Math.max(20, lifeMs / 10)));
    const found = await get(place);
    if (found === null || found === undefined)
      return { level: "ok", did: `removes an entry with a TTL of ${lifeMs} ms` };
    const remedy =
      "Each entry contains its own expiry, so no stale value is used; but if the TTL is ignored, entries are never removed. Check " +
      "how your client expects the TTL.";
    return { level: "note", did: `still had an entry with a TTL of ${lifeMs} ms after that time`, remedy };
  },
  async add(trial) {
    if (trial.canTryAdd) return checkAdd(trial);
    const remedy =
      "Two servers that receive an event at the same time may both handle it. Implement add if your store can write an entry only if " +
      "there is none, atomically (Redis: SET with NX and PX).";
    return { level: "note", did: "has no add", remedy };
  },
};

async function checkAdd({ key, add, get }: Trial): Promise<Omit<StoreFinding, "check">> {
  const place = key();
  const answers = [await add(place, "hc1:first"), await add(place, "hc1:second")];
  const found = await get(place);
  if (answers[0] === true && answers[1] === false && found === "hc1:first")
    return { level: "ok", did: "adds an entry only if there is none" };
  const told = answers.map((answer) => (answer === null || answer === undefined ? String(answer) : describe(answer)));
  const remedy =
    "Return true if the entry was written, and false, without writing, if there was one. The kit works without add.";
  return fault(`returned ${told.join(" and then ")} when the same key was added twice`, remedy);
}

function expectText(found: unknown, wanted: string, did: string): Omit<StoreFinding, "check"> {
  if (found === wanted) return { level: "ok", did };
  if (found === null || found === undefined)
    return fault(
      "returned nothing for an entry that had just been written",
      "Check that writes arrive (full memory, a read-only replica, errors that are not thrown), and that reads do not come from " +
        "a lagging replica.",
    );
  const what = typeof found === "string" ? "another string" : describe(found);
  const remedy = "Return exactly the string that was written: disable parsing of values, or unwrap them.";
  return fault(`returned ${what} for an entry that had just been written`, remedy);
}

const fault = (did: string, remedy: string): Omit<StoreFinding, "check"> => ({ level: "fault", did, remedy });

function toFault(error: unknown): Omit<StoreFinding, "check"> {
  return fault(
    `failed: ${toLoggedError(error).message}`,
    "Fix the cause of the error, or wrap the client so that it accepts this operation.",
  );
}
