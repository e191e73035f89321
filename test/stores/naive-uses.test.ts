import KeyvRedis from "@keyv/redis";
import { checkStore, type LogRecord, type TokenStore } from "@human-connect/server";
import { Redis as Upstash } from "@upstash/redis";
import { createCache } from "cache-manager";
import { Redis } from "ioredis";
import { Keyv } from "keyv";
import { createClient } from "redis";
import { createStorage } from "unstorage";
import { describe, expect, it, onTestFinished } from "vitest";
import { hasRedis, startRedis } from "../../packages/server/test/support/redis-server.ts";
import {
  countCalls,
  createApi,
  createClock,
  createLogBook,
  startSandbox,
} from "../../packages/server/test/support/support.ts";
import { startUpstashBridge } from "./upstash-bridge.ts";

/** Anything with methods: what somebody passes on without looking. */
type Anything = Record<string, (...values: unknown[]) => unknown>;

const wrap = (client: unknown, names: Record<"get" | "set" | "delete", string>): TokenStore => {
  const loose = client as Anything;
  return {
    get: (key) => loose[names.get]!(key),
    set: (key, value, ttlMs) => loose[names.set]!(key, value, ttlMs),
    delete: (key) => loose[names.delete]!(key),
  };
};

/** Clients as they come, with their methods of those names; `told` is whether they need to be mended. */
const uses: [string, boolean, (socketPath: string) => Promise<TokenStore>][] = [
  [
    "node-redis, with the life as its third argument",
    false,
    async (path) => {
      const client = createClient({ socket: { path, tls: false } });
      await client.connect();
      onTestFinished(() => client.destroy());
      return wrap(client, { get: "get", set: "set", delete: "del" });
    },
  ],
  [
    "ioredis, with the life as its third argument",
    true,
    async (path) => {
      const client = new Redis({ path });
      onTestFinished(() => client.disconnect());
      return wrap(client, { get: "get", set: "set", delete: "del" });
    },
  ],
  [
    "@upstash/redis, which parses JSON",
    true,
    async (path) => {
      const url = await startUpstashBridge(path);
      return wrap(new Upstash({ url, token: "t" }), { get: "get", set: "set", delete: "del" });
    },
  ],
  [
    "unstorage, which parses JSON",
    false,
    async () => wrap(createStorage(), { get: "get", set: "set", delete: "remove" }),
  ],
  [
    "cache-manager",
    false,
    async (path) => {
      const redis = new KeyvRedis<string>({ socket: { path, tls: false } });
      onTestFinished(() => redis.disconnect(true));
      return wrap(createCache({ stores: [new Keyv(redis)] }), { get: "get", set: "set", delete: "del" });
    },
  ],
];

const troubles = (records: readonly LogRecord[]): unknown[] =>
  records.filter(({ event }) => event === "store-failed" || event === "store-wrong-answer");

describe.runIf(hasRedis).each(uses)("%s", (_, isTold, open) => {
  it("costs one call of the service, and is told where it does not keep the token", async () => {
    const sandbox = await startSandbox();
    const now = createClock();
    const { records, onLog } = createLogBook();
    const store = await open((await startRedis()).socketPath);
    const humanApi = createApi(sandbox, { store, now, onLog });

    const tokens = new Set<string>();
    for (let click = 0; click < 5; click++) {
      tokens.add((await humanApi.connectToken("jane")).token);
      now.pass(3000);
    }

    expect([tokens.size, countCalls(sandbox)]).toEqual([1, 1]);
    expect(troubles(records).length > 0).toBe(isTold);
    expect((await checkStore(store)).isFit).toBe(!isTold);
  });
});

describe.runIf(hasRedis)("a real Redis", () => {
  it("that is full costs one call of the service, and is told", async () => {
    const sandbox = await startSandbox();
    const now = createClock();
    const { records, onLog } = createLogBook();
    const { socketPath } = await startRedis();
    const redis = new Redis({ path: socketPath });
    onTestFinished(() => redis.disconnect());
    await redis.config("SET", "maxmemory-policy", "noeviction");
    await redis.config("SET", "maxmemory", "1");
    const store: TokenStore = {
      get: (key) => redis.get(key),
      set: (key, value, ttlMs) => (ttlMs ? redis.set(key, value, "PX", ttlMs) : redis.set(key, value)),
      delete: (key) => redis.del(key),
    };
    const humanApi = createApi(sandbox, { store, now, onLog });

    for (let click = 0; click < 5; click++) {
      await humanApi.connectToken("jane");
      now.pass(3000);
    }

    expect(countCalls(sandbox)).toBe(1);
    expect(JSON.stringify(troubles(records))).toContain("maxmemory");
    const { isFit, findings } = await checkStore(store);
    expect([isFit, JSON.stringify(findings)]).toEqual([false, expect.stringContaining("maxmemory")]);
  });
});
