import { readdirSync, readFileSync } from "node:fs";
import { checkStore, createNotificationHandler, type LogRecord, type TokenStore } from "@human-connect/server";
import { describe, expect, it, onTestFinished } from "vitest";
import { hasRedis, type RedisServer, startRedis } from "../../packages/server/test/support/redis-server.ts";
import {
  countCalls,
  createApi,
  createClock,
  createLogBook,
  startSandbox,
} from "../../packages/server/test/support/support.ts";
import { openCacheManager } from "./recipes/cache-manager.ts";
import { openCloudflareKv } from "./recipes/cloudflare-kv.ts";
import { openIoredis } from "./recipes/ioredis.ts";
import { openKeyv5 } from "./recipes/keyv-5.ts";
import { openKeyv6 } from "./recipes/keyv-6.ts";
import { openNodeRedis } from "./recipes/node-redis.ts";
import { openUnstorage } from "./recipes/unstorage.ts";
import { openUpstash } from "./recipes/upstash.ts";
import { startUpstashBridge } from "./upstash-bridge.ts";

interface Opened {
  readonly store: TokenStore;
  close(): unknown;
}

interface Recipe {
  readonly open: (redis: RedisServer) => Promise<Opened>;
  readonly canAdd: boolean;
  /** What checkStore has to say beside that everything is well. */
  readonly notes: readonly string[];
}

const recipes: Record<string, Recipe> = {
  "Keyv 5": { open: ({ socketPath }) => openKeyv5(socketPath), canAdd: false, notes: ["add"] },
  "Keyv 6": { open: ({ socketPath }) => openKeyv6(socketPath), canAdd: false, notes: ["add"] },
  "node-redis": { open: ({ socketPath }) => openNodeRedis(socketPath), canAdd: true, notes: [] },
  ioredis: { open: ({ socketPath }) => openIoredis(socketPath), canAdd: true, notes: [] },
  "@upstash/redis": {
    open: async ({ socketPath }) => openUpstash(await startUpstashBridge(socketPath)),
    canAdd: true,
    notes: [],
  },
  unstorage: { open: ({ socketPath }) => openUnstorage(socketPath), canAdd: false, notes: ["add"] },
  "cache-manager": { open: ({ socketPath }) => openCacheManager(socketPath), canAdd: false, notes: ["add"] },
};

/** Opened as often as there are servers; closed when the test is over. */
async function openFor(recipe: Recipe, redis: RedisServer): Promise<TokenStore> {
  const { store, close } = await recipe.open(redis);
  onTestFinished(async () => void (await close()));
  return store;
}

const troubles = (records: readonly LogRecord[]): unknown[] =>
  records.filter(({ event }) => event === "store-failed" || event === "store-wrong-answer");

describe.runIf(hasRedis).each(Object.entries(recipes))("%s on Redis", (_, recipe) => {
  it("keeps the contract", async () => {
    const report = await checkStore(await openFor(recipe, await startRedis()));

    const notes = report.findings.filter(({ level }) => level !== "ok");
    expect(notes.map(({ check, level }) => [check, level])).toEqual(recipe.notes.map((note) => [note, "note"]));
    expect(report).toMatchObject({ isFit: true, canAdd: recipe.canAdd });
  });

  it("keeps tokens and human ids for all servers, forgets for all, and says nothing to the log", async () => {
    const sandbox = await startSandbox();
    const redis = await startRedis();
    const { records, onLog } = createLogBook();
    const servers = [
      createApi(sandbox, { store: await openFor(recipe, redis), onLog }),
      createApi(sandbox, { store: await openFor(recipe, redis), onLog }),
    ] as const;

    const tokens = new Set<string>();
    for (let click = 0; click < 6; click++) tokens.add((await servers[click % 2]!.connectToken("jane")).token);
    const { humanId } = await servers[1].remembered("jane");
    expect([tokens.size, countCalls(sandbox)]).toEqual([1, 1]);
    expect(humanId).toEqual(expect.stringMatching(/./));

    await servers[1].forget("jane");
    expect((await servers[0].remembered("jane")).humanId).toBeUndefined();
    expect(tokens).not.toContain((await servers[0].connectToken("jane")).token);
    expect(troubles(records)).toEqual([]);
  });

  it("has each event worked on once by two servers", async () => {
    const redis = await startRedis();
    const { records, onLog } = createLogBook();
    const worked: unknown[] = [];
    const create = async () =>
      createNotificationHandler({
        clientSecret: "s",
        signature: "unsigned",
        store: await openFor(recipe, redis),
        onLog,
        onNotification: ({ event }) => void worked.push(event),
      });
    const servers = [await create(), await create()];
    const send = (index: number, eventId: string) =>
      servers[index % 2]!(new Request("https://app.example/n", { method: "POST", body: JSON.stringify({ eventId }) }));

    for (let index = 0; index < 40; index++) await send(index, `one after the other ${index % 10}`);
    if (recipe.canAdd)
      for (let index = 0; index < 20; index++)
        await Promise.all([send(0, `at once ${index}`), send(1, `at once ${index}`)]);

    expect(worked).toHaveLength(recipe.canAdd ? 30 : 10);
    expect(troubles(records)).toEqual([]);
  });

  it("may go away and come back: people get their tokens, and nothing is restarted", async () => {
    const sandbox = await startSandbox();
    const redis = await startRedis();
    const now = createClock();
    const { records, events, onLog } = createLogBook();
    const store = await openFor(recipe, redis);
    // With all the time that a busy machine needs: what is not stored in time would be kept in this process instead.
    await createApi(sandbox, { store, storeTimeoutMs: 10_000, now }).sessionToken("jane");
    const humanApi = createApi(sandbox, { store, storeTimeoutMs: 300, now, onLog });

    await redis.kill();
    const without = await humanApi.sessionToken("jane");
    expect((await humanApi.sessionToken("jane")).token).toBe(without.token);
    expect(countCalls(sandbox)).toBe(2);
    expect(troubles(records)).not.toEqual([]);
    await expect(humanApi.forget("jane")).rejects.toMatchObject({ code: "store-failed" });

    await redis.start();
    await expect
      .poll(
        async () => {
          now.pass(60_000);
          await humanApi.sessionToken("joan");
          return events().includes("store-recovered");
        },
        { timeout: 20_000, interval: 100 },
      )
      .toBe(true);
  });
});

describe("Cloudflare KV", () => {
  it("keeps the contract but for short lives, which it keeps for a minute", async () => {
    const { store, close } = await openCloudflareKv();
    onTestFinished(() => close());

    const report = await checkStore(store);

    const notes = report.findings.filter(({ level }) => level !== "ok");
    expect(notes.map(({ check, level }) => [check, level])).toEqual([
      ["life", "note"],
      ["add", "note"],
    ]);
    expect(report.isFit).toBe(true);
  });

  it("keeps tokens, forgets them, and remembers events", async () => {
    const sandbox = await startSandbox();
    const { store, close } = await openCloudflareKv();
    onTestFinished(() => close());
    const { records, onLog } = createLogBook();
    const humanApi = createApi(sandbox, { store, onLog, storeTimeoutMs: 5000 });
    const worked: unknown[] = [];
    const handle = createNotificationHandler({
      clientSecret: "s",
      signature: "unsigned",
      store,
      onLog,
      onNotification: ({ event }) => void worked.push(event),
    });

    const [first, second] = [await humanApi.connectToken("jane"), await humanApi.connectToken("jane")];
    await humanApi.forget("jane");
    const third = await humanApi.connectToken("jane");
    for (let time = 0; time < 2; time++)
      await handle(new Request("https://app.example/n", { method: "POST", body: '{"eventId":"one"}' }));

    expect([second.token === first.token, third.token === first.token]).toEqual([true, false]);
    expect(worked).toHaveLength(1);
    expect(troubles(records)).toEqual([]);
  });
});

it("has in the README what is run here", () => {
  const readme = readFileSync(new URL("../../packages/server/README.md", import.meta.url), "utf8");
  const folder = new URL("recipes/", import.meta.url);
  const blocks = readdirSync(folder).map((name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    const [, title, block = ""] = /^ {2}\/\/ README: (.+)\n([^]+?)\n {2}\/\/ End$/m.exec(text) ?? [];
    return { title, block: block.replaceAll(/^ {2}/gm, "") };
  });

  expect(blocks).toHaveLength(8);
  expect(blocks.filter(({ title, block }) => !readme.includes(`// ${title}\n${block}\n`))).toEqual([]);
});
