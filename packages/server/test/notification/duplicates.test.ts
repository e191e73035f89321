import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../src/index.js";
import { createClock } from "../support/support.js";
import { replay, sign, startEndpoint } from "./endpoint.js";

describe("an event", () => {
  it("without an id is heard each time it is signed anew, and not when the very message comes again", async () => {
    const { url, heard } = await startEndpoint();
    const messages = [sign([{ a: 1 }, { a: 1 }]), sign([{ a: 1 }, { a: 1 }])];

    const inCapitals = messages.map(({ body, headers }) => {
      const digest = headers["x-humanapi-signature"]!.toUpperCase();
      return { body, headers: { ...headers, "x-humanapi-signature": digest } };
    });

    for (const message of [...messages, ...messages, ...inCapitals])
      expect((await replay(url, message)).status).toBe(200);

    expect(heard).toEqual(Array.from({ length: 4 }, () => ({ kind: "other", event: { a: 1 } })));
  });

  it("is known by what the host says", async () => {
    const { url, heard } = await startEndpoint({ eventId: ({ a, b }) => `${String(a)}/${String(b)}` });

    for (const event of [
      { a: 1, b: 1 },
      { a: 1, b: 2 },
      { b: 1, a: 1 },
    ])
      await replay(url, sign(event));

    expect(heard.map(({ event }) => event)).toEqual([
      { a: 1, b: 1 },
      { a: 1, b: 2 },
    ]);
  });

  it("is known by all servers that share a store, which keeps neither its id nor a person's", async () => {
    const written: string[] = [];
    const memory = createMemoryStore();
    const set = (key: string, value: string, ttlMs?: number): void => {
      written.push(key, value);
      memory.set(key, value, ttlMs);
    };
    const store = { get: async (key: string) => memory.get(key) ?? null, set, delete: memory.delete };
    const [first, second] = [await startEndpoint({ store }), await startEndpoint({ store })];
    const event = { eventId: "event-of-jane" };

    await replay(first.url, sign(event));
    await replay(second.url, sign(event));

    expect([first.heard.length, second.heard.length]).toEqual([1, 0]);
    expect(written.join()).not.toContain("jane");
  });

  it("is forgotten after its time", async () => {
    const now = createClock();
    const { url, heard } = await startEndpoint({ now, rememberMs: 700_000 });
    const counts: number[] = [];

    for (const passing of [0, 699_000, 2000]) {
      now.pass(passing);
      await replay(url, sign({ eventId: "one" }, { timestamp: String(now()) }));
      counts.push(heard.length);
    }

    expect(counts).toEqual([1, 1, 2]);
  });

  it("is remembered as long as its message is timely, however short the host says", async () => {
    const now = createClock();
    const { url, heard } = await startEndpoint({ now, rememberMs: 1 });
    const message = sign({ eventId: "one" }, { timestamp: String(now() + 299_000) });

    const statuses = [(await replay(url, message)).status];
    now.pass(590_000);
    statuses.push((await replay(url, message)).status);

    expect(statuses).toEqual([200, 200]);
    expect(heard).toHaveLength(1);
  });

  it("is heard although the store fails, and is known meanwhile", async () => {
    const broken = (): Promise<never> => Promise.reject(new Error("no store"));
    const { url, heard } = await startEndpoint({ store: { get: broken, set: broken, delete: broken } });

    const statuses = [
      (await replay(url, sign({ eventId: "one" }))).status,
      (await replay(url, sign({ eventId: "one" }))).status,
    ];

    expect(statuses).toEqual([200, 200]);
    expect(heard).toHaveLength(1);
  });
});
