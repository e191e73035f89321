import { describe, expect, it } from "vitest";
import { createHumanityClient } from "../../src/humanity.js";
import { createNotificationHandler, type LogRecord, type TokenStore } from "../../src/index.js";
import { countCalls, createApi, createClock, createLogBook, outcomeOf, startSandbox } from "../support/support.js";

/** A store that is sound, to be made wrong in one thing. */
function createSound(): TokenStore & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
    delete: async (key) => kept.delete(key),
  };
}

function revive(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return text;
  }
}

const full = (): Promise<never> => Promise.reject(new Error("OOM command not allowed when used memory > 'maxmemory'."));

/** How a store goes wrong, and the operation that a log names; undefined where it is of use as it is. */
const wrongs: [string, "get" | "set" | undefined, (sound: ReturnType<typeof createSound>) => Partial<TokenStore>][] = [
  ["has no room", "set", () => ({ set: full })],
  ["is a replica that can only be read", "set", () => ({ set: () => full() })],
  ["loses what is written without a word", "set", () => ({ set: async () => true })],
  [
    "forgets at once, because it reads the life as a date",
    "set",
    ({ kept }) => ({
      set: async (key, value, ttlMs) => void (ttlMs === undefined && kept.set(key, value)),
    }),
  ],
  ["parses JSON", undefined, ({ kept }) => ({ get: async (key) => revive(kept.get(key)) })],
  [
    "writes JSON, and does not parse it",
    "set",
    ({ kept }) => ({
      set: async (key, value) => void kept.set(key, JSON.stringify(value)),
    }),
  ],
  [
    "gives back a wrapper",
    "get",
    ({ kept }) => ({ get: async (key) => ({ value: kept.get(key) ?? null, flags: "" }) }),
  ],
  [
    "gives back bytes",
    "get",
    ({ kept }) => ({
      get: async (key) => (kept.has(key) ? Buffer.from(kept.get(key)!) : null),
    }),
  ],
  ["gives back false for nothing", "get", ({ kept }) => ({ get: async (key) => kept.get(key) ?? false })],
  ["cuts long texts", "set", ({ kept }) => ({ set: async (key, value) => void kept.set(key, value.slice(0, 20)) })],
  [
    "lags behind",
    "set",
    ({ kept }) => ({
      set: (key, value) => void setTimeout(() => kept.set(key, value), 20),
    }),
  ],
  [
    "takes no life in milliseconds",
    "set",
    ({ kept }) => ({
      async set(key, value, ttlMs) {
        if (ttlMs !== undefined) throw new TypeError("Cannot use 'in' operator to search for 'ex' in 3300000");
        kept.set(key, value);
      },
    }),
  ],
  [
    "takes no long texts",
    "set",
    ({ kept }) => ({
      async set(key, value) {
        if (value.length > 60) throw new Error("SERVER_ERROR object too large for cache");
        kept.set(key, value);
      },
    }),
  ],
  ["ignores the life", undefined, () => ({})],
];

const told = (records: readonly LogRecord[]): string[] =>
  records.flatMap((record) =>
    record.event === "store-failed" || record.event === "store-wrong-answer" ? [record.operation] : [],
  );

describe.each(wrongs)("a store that %s", (_, operation, spoil) => {
  const spoiled = (): TokenStore => {
    const sound = createSound();
    return { ...sound, ...spoil(sound) };
  };

  it("costs one call of the service, and is in the log", async () => {
    const sandbox = await startSandbox();
    const now = createClock();
    const { records, onLog } = createLogBook();
    const humanApi = createApi(sandbox, { store: spoiled(), now, onLog });

    const tokens = new Set<string>();
    for (let click = 0; click < 5; click++) {
      tokens.add((await humanApi.connectToken("jane")).token);
      now.pass(3000);
    }

    expect([tokens.size, countCalls(sandbox)]).toEqual([1, 1]);
    expect((await humanApi.remembered("jane")).humanId).toEqual(expect.any(String));
    expect(told(records)[0]).toBe(operation);
  });

  it("costs nobody an event, and lets none be worked on twice", async () => {
    const now = createClock();
    const { records, onLog } = createLogBook();
    const heard: unknown[] = [];
    const handle = createNotificationHandler({
      clientSecret: "s",
      signature: "unsigned",
      store: spoiled(),
      now,
      onLog,
      onNotification: (notification) => void heard.push(notification),
    });

    const statuses = [];
    for (let time = 0; time < 3; time++) {
      const request = new Request("https://app.example/n", { method: "POST", body: '{"eventId":"one"}' });
      statuses.push((await handle(request)).status);
      now.pass(3000);
    }

    expect([statuses, heard.length]).toEqual([[200, 200, 200], 1]);
    expect(told(records)[0]?.replace("add", "set")).toBe(operation);
  });
});

describe("a wrong answer", () => {
  it("is in the log once, with what the store did and what to do", async () => {
    const sandbox = await startSandbox();
    const { records, onLog } = createLogBook();
    const store = { ...createSound(), get: async () => ({ value: "text", flags: "" }) };
    const humanApi = createApi(sandbox, { store, onLog });

    for (const user of ["jane", "joan", "jo"]) await humanApi.connectToken(user);

    expect(records.filter(({ event }) => event.startsWith("store-"))).toEqual([
      {
        level: "error",
        event: "store-wrong-answer",
        operation: "get",
        did: "get returned an object instead of the string that was passed to set",
        remedy: expect.stringContaining("checkStore"),
      },
    ]);
  });

  it("is no reason to leave a store that is sound again", async () => {
    const sandbox = await startSandbox();
    const now = createClock();
    const { events, onLog } = createLogBook();
    const sound = createSound();
    let isLosing = true;
    const store: TokenStore = { ...sound, set: (key, value) => isLosing || sound.set(key, value) };
    const humanApi = createApi(sandbox, { store, now, onLog });
    await humanApi.sessionToken("jane");

    isLosing = false;
    now.pass(120_000);
    await humanApi.sessionToken("joan");

    expect(events()).toContain("store-recovered");
    expect(sound.kept.size).toBe(2);
  });

  it("is not what another server does meanwhile", async () => {
    const sandbox = await startSandbox();
    const { records, onLog } = createLogBook();
    const sound = createSound();
    // Somebody is forgotten in the moment in which their token is written.
    const store: TokenStore = {
      ...sound,
      set(key, value) {
        sound.kept.set(key, value);
        if (key.endsWith(":session")) sound.kept.delete(key);
      },
    };

    await createApi(sandbox, { store, onLog }).sessionToken("jane");

    expect(told(records)).toEqual([]);
    expect([...sound.kept.keys()].filter((key) => !key.endsWith(":human-id"))).toEqual([]);
  });

  it("to a removal is told to whoever wants somebody forgotten", async () => {
    const sandbox = await startSandbox();
    const { records, onLog } = createLogBook();
    const humanApi = createApi(sandbox, { store: { ...createSound(), delete: async () => 0 }, onLog });
    await humanApi.sessionToken("jane");

    await expect(humanApi.forget("jane")).rejects.toMatchObject({ code: "store-failed" });
    expect(told(records)).toContain("delete");
  });
});

describe("a store that swallows its errors", () => {
  it("looks empty while it cannot be reached, and lets nobody believe that they are forgotten", async () => {
    const sandbox = await startSandbox();
    const sound = createSound();
    let isReached = true;
    const store: TokenStore = {
      get: async (key) => (isReached ? sound.get(key) : undefined),
      set: async (key, value) => isReached && sound.set(key, value),
      delete: async (key) => isReached && sound.delete(key),
    };
    const humanApi = createApi(sandbox, { store });
    await humanApi.sessionToken("jane");

    isReached = false;
    await expect(humanApi.forget("jane")).rejects.toMatchObject({ code: "store-failed" });
    isReached = true;
    await humanApi.forget("jane");

    expect(sound.kept.size).toBe(0);
  });
});

describe("a store without a method", () => {
  it.each(["get", "set", "delete"])("%s is refused by everything that takes a store, with the name", async (method) => {
    const store = { ...createSound(), [method]: undefined } as unknown as TokenStore;
    const sandbox = await startSandbox();
    const account = { clientId: "c", clientSecret: "s", username: "u", password: "p" };
    const creators: (() => unknown)[] = [
      () => createApi(sandbox, { store }),
      () => createNotificationHandler({ clientSecret: "s", signature: "unsigned", onNotification: () => {}, store }),
      () => createHumanityClient({ ...account, store }),
    ];

    for (const create of creators) {
      const error = await outcomeOf(Promise.resolve().then(create));
      expect(error).toBeInstanceOf(TypeError);
      expect((error as Error).message).toContain(`method ${method}`);
    }
  });

  it("add that is no method is refused as well", async () => {
    const sandbox = await startSandbox();
    const store = { ...createSound(), add: true } as unknown as TokenStore;

    expect(() => createApi(sandbox, { store })).toThrow("add");
  });
});
