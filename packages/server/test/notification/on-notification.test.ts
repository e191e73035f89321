import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createMemoryStore, createNotificationHandler, type NotificationHandlerOptions } from "../../src/index.js";
import { createLogBook } from "../support/support.js";
import {
  clientSecret,
  codeOf,
  createGate,
  replay,
  sign,
  signature,
  startEndpoint,
  startNotifying,
} from "./endpoint.js";

describe("onNotification that fails", () => {
  it("is told to the sender, and the event is heard again when it comes again", async () => {
    const { events, onLog } = createLogBook();
    let times = 0;
    const onNotification = (): void => {
      if (++times === 1) throw new Error("no database");
    };
    const { url } = await startEndpoint({ onNotification, onLog });
    const message = sign({ eventId: "one" });

    const first = await replay(url, message);
    const statuses = [(await replay(url, message)).status, (await replay(url, message)).status];

    expect([first.status, await codeOf(first)]).toEqual([500, "handler-failed"]);
    expect(statuses).toEqual([200, 200]);
    expect(times).toBe(2);
    expect(events()).toContain("handler-failed");
  });

  it("for one event does not keep the others back, which are not heard again", async () => {
    const heard: string[] = [];
    let isBroken = true;
    const { url } = await startEndpoint({
      async onNotification({ event }) {
        heard.push(String((event as Record<string, unknown>)["eventId"]));
        if (isBroken && heard.at(-1) === "two") throw new Error("no database");
      },
    });
    const message = sign([{ eventId: "one" }, { eventId: "two" }, { eventId: "three" }]);

    const first = await replay(url, message);
    isBroken = false;
    const second = await replay(url, message);

    expect([first.status, second.status]).toEqual([500, 200]);
    expect(heard).toEqual(["one", "two", "three", "two"]);
  });

  it("says nothing of why to the sender, and no secret to the log", async () => {
    const { records, onLog } = createLogBook();
    const { url } = await startEndpoint({
      onLog,
      onNotification: () => Promise.reject(new Error("password=hunter22 at jane@example.org")),
    });

    const response = await replay(url, sign({ eventId: "one" }));

    expect(await response.text()).not.toMatch(/hunter|jane|password/);
    expect(JSON.stringify(records)).not.toContain("hunter22");
  });
});

describe("onNotification that takes its time", () => {
  // The time for an answer passes when a test says so: on a slow machine real milliseconds may be over before the work has begun.
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  /** Lets the time for an answer pass once the work has begun. */
  async function answerAfter(begun: Promise<void>): Promise<void> {
    await begun;
    await new Promise((resolve) => setImmediate(resolve));
    vi.advanceTimersByTime(300);
  }

  it("is answered before it has ended, goes on, and is kept alive by waitUntil", async () => {
    const [begun, gate] = [createGate(), createGate()];
    const { records, onLog } = createLogBook();
    const alive: Promise<void>[] = [];
    const ended: string[] = [];
    const { sandbox } = await startNotifying({
      answerWithinMs: 300,
      onLog,
      waitUntil: (work) => void alive.push(work),
      async onNotification({ event }) {
        begun.open();
        await gate.opened;
        ended.push(String((event as Record<string, unknown>)["eventId"]));
      },
    });

    const [delivery] = await Promise.all([
      sandbox.sendNotification("connect", "jane", { eventIds: ["one"] }),
      answerAfter(begun.opened),
    ]);
    const endedAtAnswer = [...ended];
    gate.open();
    await Promise.all(alive);

    expect(delivery).toMatchObject({ outcome: "delivered", status: 200 });
    expect(records.at(-1)).toMatchObject({ event: "notification-answered", isUnfinished: true });
    expect([endedAtAnswer, ended]).toEqual([[], ["one"]]);
    expect(alive).toHaveLength(1);
  });

  it("is not begun again by a duplicate that comes meanwhile, on this server or another", async () => {
    const [begun, gate] = [createGate(), createGate()];
    const store = createMemoryStore();
    const alive: Promise<void>[] = [];
    let times = 0;
    const options: Partial<NotificationHandlerOptions> = {
      store,
      answerWithinMs: 300,
      waitUntil: (work) => void alive.push(work),
      async onNotification() {
        times += 1;
        begun.open();
        await gate.opened;
      },
    };
    const [here, there] = [await startEndpoint(options), await startEndpoint(options)];

    const [first] = await Promise.all([replay(here.url, sign({ eventId: "one" })), answerAfter(begun.opened)]);
    const statuses = [first.status];
    for (const { url } of [here, there]) {
      const before = alive.length;
      const reply = replay(url, sign({ eventId: "one" }));
      while (alive.length === before) await new Promise((resolve) => setImmediate(resolve));
      vi.advanceTimersByTime(300);
      statuses.push((await reply).status);
    }
    gate.open();
    await Promise.all(alive);
    statuses.push((await replay(there.url, sign({ eventId: "one" }))).status);

    // Whoever is working on it may die: until it is done it has to come again.
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect(times).toBe(1);
  });

  it("is not answered for before the store has said that nobody else is working on it", async () => {
    const [begun, gate] = [createGate(), createGate()];
    const store = createMemoryStore();
    const alive: Promise<void>[] = [];
    let times = 0;
    const { url } = await startEndpoint({
      // A store that takes longer over a claim than the answer may.
      store: { ...store, add: async (...claim) => (begun.open(), await gate.opened, store.add!(...claim)) },
      answerWithinMs: 20,
      waitUntil: (work) => void alive.push(work),
      onNotification: () => void times++,
    });

    const [early] = await Promise.all([replay(url, sign({ eventId: "one" })), answerAfter(begun.opened)]);
    gate.open();
    await Promise.all(alive);

    expect([early.status, early.headers.get("retry-after"), await codeOf(early)]).toEqual([
      503,
      "1",
      "being-worked-on",
    ]);
    expect((await replay(url, sign({ eventId: "one" }))).status).toBe(200);
    expect(times).toBe(1);
  });

  it("and fails in the end is in the log, and its event is heard again", async () => {
    const [begun, gate] = [createGate(), createGate()];
    const { events, onLog } = createLogBook();
    const alive: Promise<void>[] = [];
    let times = 0;
    const { url } = await startEndpoint({
      answerWithinMs: 300,
      onLog,
      waitUntil: (work) => void alive.push(work),
      async onNotification() {
        if (++times > 1) return;
        begun.open();
        await gate.opened;
        throw new Error("no database");
      },
    });

    const [first] = await Promise.all([replay(url, sign({ eventId: "one" })), answerAfter(begun.opened)]);
    gate.open();
    await Promise.all(alive);
    const second = await replay(url, sign({ eventId: "one" }));

    expect([first.status, second.status, times]).toEqual([200, 200, 2]);
    expect(events().filter((event) => event === "handler-failed")).toHaveLength(1);
  });

  it("fails with the one that a simultaneous duplicate waits for", async () => {
    const gate = createGate();
    let times = 0;
    const { url } = await startEndpoint({
      async onNotification() {
        times += 1;
        await gate.opened;
        throw new Error("no database");
      },
    });

    const both = [replay(url, sign({ eventId: "one" })), replay(url, sign({ eventId: "one" }))];
    while (times === 0) await new Promise((resolve) => setImmediate(resolve));
    gate.open();

    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([500, 500]);
  });
});

it("onNotification and waitUntil get what the framework gives", async () => {
  const seen: unknown[] = [];
  const handle = createNotificationHandler<string>({
    clientSecret,
    signature,
    onLog: () => {},
    onNotification: (_, { context, request }) => void seen.push(context, request.url),
    waitUntil: (_, context) => void seen.push(context),
  });

  await handle(new Request("https://app.example.com/hook", { method: "POST", ...sign({ eventId: "one" }) }), "context");

  expect(seen.map(String).toSorted((a, b) => a.localeCompare(b))).toEqual([
    "context",
    "context",
    "https://app.example.com/hook",
  ]);
});
