import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { createMemoryStore, createNotificationHandler, createTokenHandler } from "../../src/index.js";
import { readLimited } from "../../src/base/read-limited.js";
import { createApiOn, outcomeOf, sessionAnswer, startService } from "../support/support.js";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What is in use when nothing is left to be collected, in bytes. */
async function weigh(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** How much more is in use when everything is over, in bytes. */
async function measure(work: () => Promise<void>): Promise<number> {
  await work();
  const before = await weigh();
  await work();
  return (await weigh()) - before;
}

const post = (body: BodyInit): Request =>
  new Request("https://app.example/n", { method: "POST", body, duplex: "half" } as RequestInit);

describe("what strangers send", () => {
  it.each<[string, (index: number) => unknown]>([
    ["ids of half a megabyte", (index) => ({ eventId: `${index}${"x".repeat(500_000)}` })],
    ["ids beyond Latin letters", (index) => ({ eventId: `${index}${"日".repeat(150_000)}` })],
    [
      "a hundred ids at a time",
      (index) => Array.from({ length: 100 }, (_, one) => ({ eventId: `${index}${one}${"y".repeat(4000)}` })),
    ],
    ["half a megabyte under another name", (index) => ({ index, text: "z".repeat(500_000) })],
  ])("is not kept when it is worked on: %s", async (_, create) => {
    const handle = createNotificationHandler({
      clientSecret: "s",
      signature: "unsigned",
      store: createMemoryStore({ maxBytes: 100_000 }),
      onNotification: () => {},
      onLog: () => {},
    });
    let index = 0;

    const more = await measure(async () => {
      for (let count = 0; count < 40; count++)
        expect((await handle(post(JSON.stringify(create(index++))))).status).toBe(200);
    });

    expect(more).toBeLessThan(5_000_000);
  });

  it("is one event, whatever the length of its id", async () => {
    let heard = 0;
    const onNotification = (): void => void heard++;
    const handle = createNotificationHandler({
      clientSecret: "s",
      signature: "unsigned",
      onNotification,
      onLog: () => {},
    });
    const long = "x".repeat(100_000);

    for (const eventId of [`${long}1`, `${long}2`, `${long}1`]) await handle(post(JSON.stringify({ eventId })));

    expect(heard).toBe(2);
  });

  it("waits for nobody beyond sixteen of the longest bodies, until some are done", async () => {
    const done = Promise.withResolvers<void>();
    const options = { clientSecret: "s", signature: "unsigned", maxBytes: 1000, answerWithinMs: 1 } as const;
    const handle = createNotificationHandler({ ...options, onNotification: () => done.promise, onLog: () => {} });
    const send = async (): Promise<Response> => handle(post(JSON.stringify({ text: "x".repeat(980) })));

    const statuses = [];
    for (let count = 0; count < 17; count++) statuses.push((await send()).status);
    expect(statuses).toEqual([...Array.from({ length: 16 }, () => 200), 503]);
    expect((await send()).headers.get("retry-after")).toBe("30");

    done.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    expect((await send()).status).toBe(200);
  });

  it("is not a hundred times as large when it comes byte by byte", async () => {
    let peak = 0;
    const size = 300_000;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        for (let count = 0; count < 1000; count++) controller.enqueue(Uint8Array.of(7));
        sent += 1000;
        if (sent % 50_000 === 0) {
          collect();
          const { heapUsed, arrayBuffers, external } = process.memoryUsage();
          peak = Math.max(peak, heapUsed + arrayBuffers + external);
        }
        if (sent >= size) controller.close();
      },
    });
    let sent = 0;
    collect();
    const { heapUsed, arrayBuffers, external } = process.memoryUsage();

    const bytes = await readLimited(body, 1_000_000);

    expect(bytes).toEqual(new Uint8Array(size).fill(7));
    expect(peak - heapUsed - arrayBuffers - external).toBeLessThan(10_000_000);
  });

  it("is no id of a user when it is longer than a thousand letters", async () => {
    const { url, calls } = await startService(sessionAnswer());
    const humanApi = createApiOn(url);
    const handle = createTokenHandler({ humanApi, identify: () => "x".repeat(1001), onLog: () => {} });

    expect(
      await outcomeOf(humanApi.sessionToken({ clientUserId: "a", clientUserEmail: "x".repeat(1001) })),
    ).toBeInstanceOf(TypeError);
    expect((await handle(post(""))).status).toBe(500);
    expect(calls).toEqual([]);
    expect(await humanApi.sessionToken("x".repeat(1000))).toMatchObject({ type: "session" });
  });
});

describe("the memory store", () => {
  it("holds no more bytes than it may, and lets go of what is oldest", () => {
    const store = createMemoryStore({ maxBytes: 3000 });
    for (let index = 0; index < 10; index++) store.set(`key-${index}`, "x".repeat(400));

    expect(store.size).toBe(3);
    expect(store.get("key-6")).toBeUndefined();
    expect(store.get("key-9")).toHaveLength(400);
  });

  it("does not keep what alone is too large, nor what was there before under its name", () => {
    const store = createMemoryStore({ maxBytes: 1000 });
    store.set("a", "small");
    store.set("b", "small");

    store.set("a", "x".repeat(1000));

    expect([store.get("a"), store.get("b")]).toEqual([undefined, "small"]);
  });

  it("counts what it has let go of no more", () => {
    const store = createMemoryStore({ maxBytes: 1000, now: () => 0 });
    for (let index = 0; index < 100; index++) {
      store.set("a", "x".repeat(300));
      store.delete("a");
      store.set("b", "x".repeat(300));
      store.set("b", "x".repeat(300));
    }
    store.set("c", "x");

    expect([store.get("b")?.length, store.get("c")]).toEqual([300, "x"]);
  });
});
