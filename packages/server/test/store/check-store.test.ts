import { describe, expect, it, onTestFinished } from "vitest";
import { checkStore, createMemoryStore, type StoreReport, type TokenStore } from "../../src/index.js";

const options = { lifeMs: 30, timeoutMs: 200 };

const faultsOf = ({ findings }: StoreReport): string[] =>
  findings.filter(({ level }) => level === "fault").map(({ check }) => check);

const notesOf = ({ findings }: StoreReport): string[] =>
  findings.filter(({ level }) => level === "note").map(({ check }) => check);

describe("a sound store", () => {
  it("has a report without faults, and nothing is left in it", async () => {
    const store = createMemoryStore();

    const report = await checkStore(store, options);

    expect(report.findings.map(({ check, level }) => `${check} ${level}`)).toEqual([
      "methods ok",
      "text ok",
      "nothing ok",
      "overwriting ok",
      "deleting ok",
      "long life ok",
      "no end ok",
      "life ok",
      "add ok",
    ]);
    expect(report).toMatchObject({ isFit: true, canAdd: true });
    expect(store.size).toBe(0);
  });

  it("may be without add, and may forget later than it could", async () => {
    const report = await checkStore(new Map<string, string>() as TokenStore, options);

    expect(report).toMatchObject({ isFit: true, canAdd: false });
    expect(notesOf(report)).toEqual(["life", "add"]);
  });
});

it("lets a store take its time for the first operation, with which some clients connect", async () => {
  const store = createMemoryStore();
  let isConnecting = true;
  const slow: TokenStore = {
    get: (key) => {
      if (!isConnecting) return store.get(key);
      isConnecting = false;
      return hang();
    },
    set: (key, value, ttlMs) => store.set(key, value, ttlMs),
    delete: (key) => store.delete(key),
  };

  expect(await checkStore(slow, options)).toMatchObject({ isFit: true });
});

function spoil(change: (store: TokenStore, kept: Map<string, string>) => Partial<TokenStore>): TokenStore {
  const kept = new Map<string, string>();
  const memory = createMemoryStore();
  const store: TokenStore = {
    get: (key) => memory.get(key),
    set: (key, value, ttlMs) => memory.set(key, value, ttlMs),
    delete: (key) => memory.delete(key),
  };
  return { ...store, ...change(store, kept) };
}

describe("a store that is not what it seems", () => {
  it.each<[string, string[], TokenStore]>([
    ["has no delete", ["methods"], { get: () => null, set: () => null } as unknown as TokenStore],
    ["is none", ["methods"], undefined as unknown as TokenStore],
    [
      "parses what is JSON after its sign",
      ["text"],
      spoil((store) => ({ get: (key) => String(store.get(key) ?? "").slice(4) || null })),
    ],
    ["wraps values", ["text", "nothing"], spoil((store) => ({ get: (key) => ({ value: store.get(key) }) }))],
    ["says false for nothing", ["nothing"], spoil((store) => ({ get: (key) => store.get(key) ?? false }))],
    [
      "writes once",
      ["overwriting"],
      spoil((store) => ({ set: (key, value) => store.get(key) ?? store.set(key, value) })),
    ],
    ["does not delete", ["deleting"], spoil(() => ({ delete: () => 0 }))],
    [
      "reads a life as seconds since 1970 from thirty days",
      ["long life"],
      spoil((store) => ({ set: (key, value, ttlMs) => store.set(key, value, (ttlMs ?? 0) > 2_592_000 ? 0 : ttlMs) })),
    ],
    [
      "takes no short lives",
      ["life"],
      spoil((store) => ({
        set(key, value, ttlMs = 60_000) {
          if (ttlMs < 60_000) throw new Error("Invalid expiration_ttl of 1. Must be at least 60.");
          store.set(key, value, ttlMs);
        },
      })),
    ],
    [
      "needs a life",
      ["no end"],
      spoil((store) => ({
        set(key, value, ttlMs) {
          if (ttlMs === undefined) throw new Error("ERR value is not an integer or out of range");
          store.set(key, value, ttlMs);
        },
      })),
    ],
    ["answers OK to add", ["add"], spoil(() => ({ add: () => "OK" }))],
    ["adds over what is there", ["add"], spoil((store) => ({ add: (key, value) => (store.set(key, value), true) }))],
  ])("%s is told so, with what to do: %j", async (_, faults, store) => {
    const report = await checkStore(store, options);

    expect(faultsOf(report)).toEqual(expect.arrayContaining(faults));
    expect(report.isFit).toBe(faults.includes("add") && faults.length === 1);
    for (const { level, did, remedy } of report.findings)
      expect([did !== "", remedy === undefined]).toEqual([true, level === "ok"]);
  });

  it("and never answers is told so in time, once for each operation", async () => {
    const report = await checkStore({ get: hang, set: hang, delete: hang }, { timeoutMs: 10, lifeMs: 10 });

    expect(report.isFit).toBe(false);
    expect(report.findings[1]).toMatchObject({ level: "fault", did: expect.stringContaining("10 ms") });
  });

  it("says nothing of a password that its error holds", async () => {
    const fail = (): never => {
      throw new Error("connect ECONNREFUSED redis://default:hunter22@db.example.com");
    };
    const report = await checkStore({ get: fail, set: fail, delete: fail }, options);

    expect(JSON.stringify(report)).toContain("ECONNREFUSED");
    expect(JSON.stringify(report)).not.toContain("hunter22");
  });
});

function hang(): Promise<never> {
  return new Promise((_, reject) => onTestFinished(() => reject(new Error("over"))));
}
