import { toLoggedError } from "../base/logged-error.js";
import { requireStore, type TokenStore } from "./token-store.js";
import { withDeadline } from "../base/with-deadline.js";
import { describe } from "../base/wrong-answer.js";

export interface CheckStoreOptions {
  /** Longest wait for one operation, in milliseconds. Default 1000. */
  timeoutMs?: number;
  /** The short life that one entry is written with, in milliseconds. The check takes a little longer. Default 1000. */
  lifeMs?: number;
}

/** What a store keeps of the contract, and what not. */
export interface StoreReport {
  /** Whether the kit can rely on it: nothing that it needs is a fault. */
  readonly isFit: boolean;
  /** Whether it has an `add` that can be relied on. */
  readonly canAdd: boolean;
  readonly findings: readonly StoreFinding[];
}

export interface StoreFinding {
  /** What was looked at, such as `long life`. */
  readonly check: string;
  /** A `note` is something to know: the kit does without it. */
  readonly level: "ok" | "note" | "fault";
  /** What the store did. */
  readonly did: string;
  /** What to do about it; undefined where nothing has to be done. */
  readonly remedy?: string;
}

/**
 * Tries a store out, for a test or when a server starts: writes entries whose keys nobody else knows, reads and removes them.
 *
 * @returns One report of everything. It never rejects.
 * @example
 * const { isFit, findings } = await checkStore(store);
 * if (!isFit) throw new Error(JSON.stringify(findings, null, 2));
 */
export async function checkStore(store: TokenStore, options: CheckStoreOptions = {}): Promise<StoreReport> {
  const methods = checkMethods(store);
  if (methods.level === "fault") return { isFit: false, canAdd: false, findings: [methods] };
  const trial = createTrial(store, options);
  const findings = [methods];
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

/** A store with deadlines, under keys that nobody else knows. */
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

/** As long as an encrypted token, with what stores have been seen to change. */
const text = `hc1:${JSON.stringify({ token: "t".repeat(4000), lifeMs: 3_600_000, name: 'Zoë "日" \\ 🙂' })}`;

/** Each by its own entries, so that one fault is not told as another. */
const checks: Record<string, Look> = {
  async text({ key, set, get }) {
    const place = key();
    await set(place, text, hourMs);
    return expectText(await get(place), text, "gives back the text that was written");
  },
  async nothing({ key, get }) {
    const found = await get(key());
    if (found === null || found === undefined) return { level: "ok", did: "gives back null or undefined for nothing" };
    return fault(`gave back ${describe(found)} for a key that nobody has written`, "Answer null or undefined there.");
  },
  async overwriting({ key, set, get }) {
    const place = key();
    await set(place, "hc1:first", hourMs);
    await set(place, "hc1:second", hourMs);
    return expectText(await get(place), "hc1:second", "gives back what was written last");
  },
  async deleting({ key, set, get, delete: remove }) {
    const place = key();
    await set(place, "hc1:text", hourMs);
    await remove(place);
    const found = await get(place);
    if (found === null || found === undefined) return { level: "ok", did: "removes what is deleted" };
    const remedy =
      "Map delete to what removes one key there, such as del or removeItem: `forget` fails as long as it does not.";
    return fault("gave back an entry that had been deleted", remedy);
  },
  async "long life"({ key, set, get }) {
    const place = key();
    await set(place, "hc1:text", 24 * hourMs);
    const found = await get(place);
    if (found !== null && found !== undefined)
      return expectText(found, "hc1:text", "keeps an entry with a life of a day");
    const remedy =
      "The life is in milliseconds. Some clients want seconds, and take more than 30 days of them for a date: divide by 1000.";
    return fault("had forgotten an entry with a life of a day at once", remedy);
  },
  async "no end"({ key, set, get }) {
    const place = key();
    await set(place, "hc1:text");
    return expectText(await get(place), "hc1:text", "keeps an entry without an end");
  },
  async life({ key, set, get, lifeMs }) {
    const place = key();
    await set(place, "hc1:text", lifeMs).catch((error: unknown) => {
      throw new Error(`an entry with a life of ${lifeMs} ms: ${String((error as Error)?.message ?? error)}`, {
        cause: error,
      });
    });
    await new Promise((resolve) => setTimeout(resolve, lifeMs + Math.max(20, lifeMs / 10)));
    const found = await get(place);
    if (found === null || found === undefined)
      return { level: "ok", did: `forgets an entry with a life of ${lifeMs} ms` };
    const remedy =
      "Each entry carries its own end, so nothing goes wrong; but where the life is ignored, entries are never removed. Check how " +
      "your client wants to be told the life.";
    return { level: "note", did: `still had an entry with a life of ${lifeMs} ms after that time`, remedy };
  },
  async add(trial) {
    if (trial.canTryAdd) return checkAdd(trial);
    const remedy =
      "Two servers that get one event in the same instant may both work on it. Add it where your store can write only what is not " +
      "there, in one step (Redis: SET with NX and PX).";
    return { level: "note", did: "has no add", remedy };
  },
};

async function checkAdd({ key, add, get }: Trial): Promise<Omit<StoreFinding, "check">> {
  const place = key();
  const answers = [await add(place, "hc1:first"), await add(place, "hc1:second")];
  const found = await get(place);
  if (answers[0] === true && answers[1] === false && found === "hc1:first")
    return { level: "ok", did: "adds an entry only where there is none" };
  const told = answers.map((answer) => (answer === null || answer === undefined ? String(answer) : describe(answer)));
  const remedy =
    "Answer true when the entry was written, and false, without writing, when there was one. The kit does without it.";
  return fault(`answered ${told.join(" and then ")} to the same key added twice`, remedy);
}

function expectText(found: unknown, wanted: string, did: string): Omit<StoreFinding, "check"> {
  if (found === wanted) return { level: "ok", did };
  if (found === null || found === undefined)
    return fault(
      "gave back nothing for what had just been written",
      "Check that writes arrive (a full memory, a read-only replica, errors that are not thrown), and that reads do not come from " +
        "a replica that lags.",
    );
  const what = typeof found === "string" ? "another text" : describe(found);
  const remedy =
    "Answer exactly the text that was written: switch off what parses values, or take them out of their wrapper.";
  return fault(`gave back ${what} for what had just been written`, remedy);
}

const fault = (did: string, remedy: string): Omit<StoreFinding, "check"> => ({ level: "fault", did, remedy });

function toFault(error: unknown): Omit<StoreFinding, "check"> {
  return fault(
    `failed: ${toLoggedError(error).message}`,
    "Mend what the error says, or wrap the client so that it takes this.",
  );
}
