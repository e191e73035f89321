import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@keyv/redis";
import { Keyv } from "keyv";
import { Keyv as Keyv6 } from "keyv-6";
import { describe, expect, it, onTestFinished } from "vitest";
import { createMemoryStore, type EncryptionKey, type TokenStore } from "../../src/index.js";
import { hasRedis, startRedis } from "../support/redis-server.js";
import { openRedisStore } from "../support/redis-store.js";
import { openSqlite } from "../support/sqlite-store.js";
import { countCalls, createApi, createClock, createLogBook, startSandbox } from "../support/support.js";

/** A store as a server would open it, as often as there are servers, and everything that lies in it. */
interface Deployment {
  open(): Promise<TokenStore>;
  dump(): Promise<string>;
}

const deployments: Record<string, () => Promise<Deployment>> = {
  "this process's memory": () => {
    const kept = new Map<string, string>();
    const memory = createMemoryStore();
    const store: TokenStore = {
      get: (key) => memory.get(key),
      set: (key, value, ttlMs) => {
        kept.set(key, value);
        memory.set(key, value, ttlMs);
      },
      delete: (key) => memory.delete(key),
    };
    return Promise.resolve({
      open: () => Promise.resolve(store),
      dump: () => Promise.resolve(JSON.stringify([...kept])),
    });
  },
  "Keyv on SQLite": () => deploySqlite((file) => new Keyv({ store: openDatabase(file), throwOnErrors: true })),
  "Keyv 6 on SQLite": () => deploySqlite((file) => new Keyv6({ store: openDatabase(file), throwOnErrors: true })),
  "SQLite by three methods": () => deploySqlite(openDatabase),
  ...(hasRedis && { "Keyv on Redis": deployRedis }),
};

const key = (id: string): EncryptionKey => ({ id, key: randomBytes(32) });

describe.each(Object.entries(deployments))("%s", (_, deploy) => {
  it("keeps tokens for every server that shares it", async () => {
    const sandbox = await startSandbox();
    const { open } = await deploy();
    const [one, two] = [createApi(sandbox, { store: await open() }), createApi(sandbox, { store: await open() })];
    sandbox.connectSource("jane");

    const first = await one.connectToken("jane");
    sandbox.clearRequests();

    expect(await two.connectToken("jane")).toMatchObject({ token: first.token });
    expect(countCalls(sandbox)).toBe(0);
    expect(await two.remembered("jane")).toMatchObject({ idRefreshToken: expect.stringMatching(/^idrt-/) });
  });

  it("costs each of the servers that share it one call at most, however many ask", async () => {
    const sandbox = await startSandbox();
    const { open } = await deploy();
    const servers = await Promise.all(
      Array.from({ length: 4 }, async () => createApi(sandbox, { store: await open() })),
    );

    const asked = servers.flatMap((server) => Array.from({ length: 50 }, () => server.sessionToken("jane")));
    await Promise.all(asked);

    expect(countCalls(sandbox)).toBeGreaterThanOrEqual(1);
    expect(countCalls(sandbox)).toBeLessThanOrEqual(servers.length);
  });

  it("forgets a person for every server that shares it", async () => {
    const sandbox = await startSandbox();
    const { open } = await deploy();
    const [one, two] = [createApi(sandbox, { store: await open() }), createApi(sandbox, { store: await open() })];
    const first = await one.sessionToken("jane");

    await two.forget("jane");

    expect((await one.sessionToken("jane")).token).not.toBe(first.token);
  });

  it("holds nobody's id in the clear, in keys and in values", async () => {
    const sandbox = await startSandbox();
    const { open, dump } = await deploy();
    const { token } = await createApi(sandbox, { store: await open() }).sessionToken("jane@example.org");

    const text = await dump();

    expect(text).toContain(token);
    expect(text).not.toMatch(/jane|example\.org/);
  });

  it("holds neither token nor anything else in the clear when it is encrypted", async () => {
    const sandbox = await startSandbox();
    const { open, dump } = await deploy();
    const humanApi = createApi(sandbox, { store: await open(), encryptionKeys: [key("2026-11")] });
    sandbox.connectSource("jane@example.org");
    const tokens = [
      (await humanApi.connectToken("jane@example.org")).token,
      (await humanApi.accessToken("jane@example.org")).token,
      ...Object.values(await humanApi.remembered("jane@example.org")).filter((text) => text !== undefined),
    ];

    const text = await dump();

    expect(tokens).toHaveLength(4);
    expect(text).toContain(Buffer.from('{"alg":"dir","enc":"A256GCM","kid":"2026-11"}').toString("base64url"));
    for (const hidden of [...tokens, "jane", "example.org", "expiresAt", "idrt-"]) expect(text).not.toContain(hidden);
    expect((await humanApi.connectToken("jane@example.org")).token).toBe(tokens[0]);
  });

  it("is still of use when a key is replaced, and as good as empty when it is taken away", async () => {
    const sandbox = await startSandbox();
    const { open } = await deploy();
    const store = await open();
    const [old, young, foreign] = [key("old"), key("young"), key("young")];
    const withKeys = (...encryptionKeys: EncryptionKey[]) => createApi(sandbox, { store, encryptionKeys });
    const first = await withKeys(old).sessionToken("jane");

    expect((await withKeys(young, old).sessionToken("jane")).token).toBe(first.token);
    const joan = await withKeys(young, old).sessionToken("joan");
    expect((await withKeys(young).sessionToken("joan")).token).toBe(joan.token);
    expect(countCalls(sandbox)).toBe(2);
    expect((await withKeys(foreign).sessionToken("joan")).token).not.toBe(joan.token);
    expect((await createApi(sandbox, { store }).sessionToken("joan")).token).not.toBe(joan.token);
    expect(countCalls(sandbox)).toBe(4);
  });
});

describe.runIf(hasRedis)("Redis", () => {
  it("forgets a token by itself five minutes before its end, and keeps the human id", async () => {
    const sandbox = await startSandbox();
    const { open, client } = await connectRedis();
    const now = Date.now();
    await createApi(sandbox, { store: await open(), now: () => now }).sessionToken("jane");

    const lives = await Promise.all(
      (await client.keys("*")).map(async (name) => [name.split(":").pop(), await client.pTTL(name)] as const),
    );

    const { session, ...others } = Object.fromEntries(lives) as Record<string, number>;
    expect(others).toEqual({ "human-id": -1 });
    expect(session).toBeLessThanOrEqual(3_300_000);
    expect(session).toBeGreaterThan(3_200_000);
  });

  it("may go away and come back: people get their tokens all the time, and no restart is needed", async () => {
    const sandbox = await startSandbox();
    const { open, server } = await connectRedis();
    const { events, onLog, records } = createLogBook();
    const now = createClock();
    const options = { store: await open(), onLog, now };
    // With all the time that a busy machine needs: what is not stored in time would be kept in this process instead.
    const patient = { ...options, storeTimeoutMs: 10_000 };
    const { token } = await createApi(sandbox, patient).sessionToken("jane");
    const humanApi = createApi(sandbox, { ...options, storeTimeoutMs: 200 });

    await server.kill();
    const without = await humanApi.sessionToken("jane");
    expect(without.token).not.toBe(token);
    expect(events()).toContain("store-failed");
    // Meanwhile this process remembers by itself, and does not try the store with every click.
    const failures = events().filter((event) => event === "store-failed").length;
    expect((await humanApi.sessionToken("jane")).token).toBe(without.token);
    expect(countCalls(sandbox)).toBe(2);
    expect(events().filter((event) => event === "store-failed")).toHaveLength(failures);
    await expect(humanApi.forget("jane")).rejects.toMatchObject({ code: "store-failed", retryable: true });

    await server.start();
    await expect.poll(async () => (await connectTo(server.socketPath)).ping()).toBe("PONG");
    await expect
      .poll(
        async () => {
          now.pass(2000);
          records.length = 0;
          await humanApi.sessionToken("joan");
          return events().includes("store-failed");
        },
        { timeout: 10_000 },
      )
      .toBe(false);
    sandbox.clearRequests();
    await createApi(sandbox, { ...patient, store: await open() }).sessionToken("joan");

    expect(countCalls(sandbox)).toBe(0);
  });
});

describe("a store that", () => {
  const broken: [string, () => TokenStore][] = [
    [
      "throws",
      () =>
        createBroken(() => {
          throw new Error("no disk at token=abc123");
        }),
    ],
    ["rejects", () => createBroken(() => Promise.reject(new Error("no network")))],
    ["never answers", () => createBroken(() => new Promise(() => {}))],
  ];

  it.each(broken)("%s costs nobody their token, and the service no more calls", async (_, create) => {
    const sandbox = await startSandbox();
    const { events, onLog } = createLogBook();
    const humanApi = createApi(sandbox, { store: create(), storeTimeoutMs: 20, onLog });

    const first = await humanApi.connectToken("jane");
    const second = await humanApi.connectToken("jane");

    expect(second.token).toBe(first.token);
    expect(countCalls(sandbox)).toBe(1);
    expect(events()).toContain("store-failed");
    await expect(humanApi.forget("jane")).rejects.toMatchObject({ code: "store-failed" });
  });

  it.each<[string, unknown]>([
    ["an object", { token: "t" }],
    ["a number", 7],
    ["null", null],
    ["junk", "}{"],
    ["JSON of another kind", "[]"],
    ["half of an entry", '{"token":"t"}'],
    ["an entry without numbers", '{"token":"t","lifeMs":"long","expiresAt":null}'],
  ])("answers with %s is as good as empty", async (_, value) => {
    const sandbox = await startSandbox();
    const humanApi = createApi(sandbox, { store: { get: () => value, set: () => {}, delete: () => {} } });

    expect(await humanApi.sessionToken("jane")).toMatchObject({
      type: "session",
      token: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it("gives one person's encrypted entry in the place of another's is as good as empty", async () => {
    const sandbox = await startSandbox();
    const entries = new Map<string, string>();
    const humanApi = createApi(sandbox, { store: entries, encryptionKeys: [key("k")] });
    const { token } = await humanApi.sessionToken("jane");
    const [stolen] = [...entries].filter(([name]) => name.endsWith(":session")).map(([, value]) => value);
    await humanApi.sessionToken("mallory");

    for (const name of entries.keys()) entries.set(name, stolen!);

    expect((await humanApi.sessionToken("mallory")).token).not.toBe(token);
  });
});

describe("the memory store", () => {
  it("forgets when it is time, and what is oldest when it is full", () => {
    const now = createClock(0);
    const store = createMemoryStore({ maxEntries: 3, now });
    store.set("a", "1", 1000);
    store.set("b", "2");
    store.set("a", "3", 1000);
    now.pass(999);
    expect(store.get("a")).toBe("3");
    now.pass(1);
    expect(store.get("a")).toBeUndefined();

    for (const name of ["c", "d", "e"]) store.set(name, name);

    expect(["b", "c", "d", "e"].map((name) => store.get(name))).toEqual([undefined, "c", "d", "e"]);
    store.delete("d");
    expect(store.size).toBe(2);
  });

  it("does not grow by what nobody reads again", () => {
    const now = createClock(0);
    const store = createMemoryStore({ now });
    for (let index = 0; index < 1000; index++) store.set(`user-${index}`, "x", 1000);

    now.pass(60_000);
    store.set("last", "x");

    expect(store.size).toBe(1);
  });
});

async function deploySqlite(connect: (file: string) => TokenStore): Promise<Deployment> {
  const folder = mkdtempSync(join(tmpdir(), "token-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "tokens.db");
  return {
    open: () => Promise.resolve(connect(file)),
    dump: () =>
      Promise.resolve(
        readdirSync(folder)
          .map((name) => readFileSync(join(folder, name), "latin1"))
          .join("\n"),
      ),
  };
}

function openDatabase(file: string) {
  const database = openSqlite(file);
  onTestFinished(() => database.close());
  return database;
}

async function deployRedis(): Promise<Deployment> {
  const { open, client } = await connectRedis();
  return {
    open,
    async dump() {
      const names = await client.keys("*");
      return JSON.stringify([names, names.length > 0 ? await client.mGet(names) : []]);
    },
  };
}

async function connectRedis() {
  const server = await startRedis();
  const { socketPath } = server;
  return { server, client: await connectTo(socketPath), open: () => Promise.resolve(openRedisStore(socketPath)) };
}

async function connectTo(path: string) {
  const client = createClient({ socket: { path, tls: false } });
  client.on("error", () => {});
  await client.connect();
  onTestFinished(() => client.destroy());
  return client;
}

const createBroken = (fail: () => unknown): TokenStore => ({ get: fail, set: fail, delete: fail });
