import { describe, expect, it } from "vitest";
import { createNotificationHandler, type NotificationHandlerOptions, type TokenStore } from "../../src/index.js";
import { createClock, createLogBook } from "../support/support.js";

type Entries = Map<string, string>;

/** A store over a network, whose operations take turns of the loop; it ignores the life that it is given. */
function createRemote(entries: Entries, methods: { add: boolean }): TokenStore {
  let turns = 0;
  const later = async <T>(act: () => T): Promise<T> => {
    // By turns quick and slow, so that servers overtake each other.
    for (let turn = (turns += 1) % 4; turn >= 0; turn--) await new Promise((resolve) => setImmediate(resolve));
    return act();
  };
  const add = (key: string, value: string): Promise<boolean> =>
    later(() => !entries.has(key) && entries.set(key, value) !== undefined);
  return {
    get: (key) => later(() => entries.get(key) ?? null),
    set: (key, value) => later(() => entries.set(key, value)),
    delete: (key) => later(() => entries.delete(key)),
    ...(methods.add && { add }),
  };
}

function createServer(options: Partial<NotificationHandlerOptions>) {
  const handle = createNotificationHandler({
    clientSecret: "s",
    signature: "unsigned",
    onLog: () => {},
    onNotification: () => {},
    answerWithinMs: 1000,
    ...options,
  });
  return (...eventIds: string[]): Promise<Response> => {
    const body = JSON.stringify(eventIds.map((eventId) => ({ eventId })));
    return handle(new Request("https://app.example/n", { method: "POST", body }));
  };
}

/** Sends an event to a server, and waits until its work has begun, which ends as the promise ends. */
async function begin(eventId: string, work: Promise<void>, options: Partial<NotificationHandlerOptions>) {
  const begun = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const send = createServer({
    ...options,
    answerWithinMs: 1,
    waitUntil: (all) => over.resolve(all),
    onNotification() {
      begun.resolve();
      return work;
    },
  });
  await Promise.all([send(eventId), begun.promise]);
  return { over: over.promise };
}

/** A server that dies while it works: what it has begun never ends. */
const die = (eventId: string, options: Partial<NotificationHandlerOptions>) =>
  begin(eventId, new Promise(() => {}), options);

describe.each([
  ["a store with add", true],
  ["a store without add", false],
])("in %s, an event of a server that has died", (_, add) => {
  it("is refused with the time after which to try again, and then worked on", async () => {
    const now = createClock();
    let worked = 0;
    const store = createRemote(new Map(), { add });
    const options = { store, now, claimMs: 60_000, onNotification: () => void worked++ };
    await die("one", options);
    const send = createServer(options);

    const refused = await send("one");
    now.pass(60_000);
    const statuses = [(await send("one")).status, (await send("one")).status];

    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "60"]);
    expect(await refused.json()).toMatchObject({ error: { code: "being-worked-on" } });
    expect([statuses, worked]).toEqual([[200, 200], 1]);
  });

  it("does not keep back the others of its notification", async () => {
    const worked: unknown[] = [];
    const { records, onLog } = createLogBook();
    const store = createRemote(new Map(), { add });
    await die("two", { store });
    const send = createServer({ store, onLog, onNotification: ({ event }) => void worked.push(event) });

    expect((await send("one", "two", "three")).status).toBe(503);
    expect(worked).toEqual([{ eventId: "one" }, { eventId: "three" }]);
    expect(records.at(-1)).toMatchObject({ level: "warn", status: 503, code: "being-worked-on" });
  });

  it("may die with the next one, and the next, and is worked on in the end", async () => {
    const now = createClock();
    let worked = 0;
    const options = { store: createRemote(new Map(), { add }), now, claimMs: 1000 };
    for (let time = 0; time < 5; time++) {
      await die("one", options);
      now.pass(1000);
    }

    expect((await createServer({ ...options, onNotification: () => void worked++ })("one")).status).toBe(200);
    expect(worked).toBe(1);
  });
});

it("an event that was finished while the store was away is known to the others when it is back", async () => {
  const now = createClock();
  const remote = createRemote(new Map(), { add: true });
  let isAway = false;
  const reach = <T>(act: () => T): T => {
    if (isAway) throw new Error("no network");
    return act();
  };
  const store: TokenStore = {
    get: (key) => reach(() => remote.get(key)),
    set: (key, value) => reach(() => remote.set(key, value)),
    delete: (key) => reach(() => remote.delete(key)),
    add: (key, value, ttlMs) => reach(() => remote.add!(key, value, ttlMs)),
  };
  const worked: string[] = [];
  const [here, there] = ["here", "there"].map((place) =>
    createServer({
      store,
      now,
      onNotification({ event }) {
        worked.push(`${String((event as Record<string, unknown>)["eventId"])} ${place}`);
        isAway = worked.length === 1;
      },
    }),
  );
  await here!("one");

  isAway = false;
  now.pass(3000);
  await here!("two");
  const { status } = await there!("one");

  expect([status, worked]).toEqual([200, ["one here", "two here"]]);
});

describe("servers that get one event in the same instant", () => {
  it.each(Array.from({ length: 25 }, (_, round) => round))("work on it once, round %i", async () => {
    const entries: Entries = new Map();
    let worked = 0;
    const servers = Array.from({ length: 4 }, () =>
      createServer({ store: createRemote(entries, { add: true }), onNotification: () => void worked++ }),
    );

    const statuses = (await Promise.all(servers.map((send) => send("one")))).map(({ status }) => status);

    expect(worked).toBe(1);
    expect(statuses).toContain(200);
    expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
  });

  it.each(Array.from({ length: 25 }, (_, round) => round))(
    "take over what another has left once, round %i",
    async () => {
      const now = createClock();
      const entries: Entries = new Map();
      const shared = () => ({ store: createRemote(entries, { add: true }), now, claimMs: 1000 });
      let worked = 0;
      await die("one", shared());
      now.pass(1000);
      const servers = Array.from({ length: 4 }, () =>
        createServer({ ...shared(), onNotification: () => void worked++ }),
      );

      await Promise.all(servers.map((send) => send("one")));

      expect(worked).toBe(1);
    },
  );
});

describe("an add that is none", () => {
  it.each<[string, (entries: Entries) => TokenStore["add"]]>([
    ["answers with something else", () => () => "OK"],
    ["writes over what is there", (entries) => (key, value) => entries.set(key, value).size > 0],
    ["writes nothing", () => () => true],
    ["is never allowed", () => () => false],
  ])("and %s is told to the log once, and costs no event", async (_, create) => {
    const entries: Entries = new Map();
    const { records, onLog } = createLogBook();
    const worked: unknown[] = [];
    const store: TokenStore = { ...createRemote(entries, { add: false }), add: create(entries)! };
    const send = createServer({ store, onLog, onNotification: ({ event }) => void worked.push(event) });

    const statuses = [];
    for (const eventId of ["one", "one", "two"]) statuses.push((await send(eventId)).status);

    expect(statuses).toEqual([200, 200, 200]);
    expect(worked).toEqual([{ eventId: "one" }, { eventId: "two" }]);
    expect(records.filter(({ event }) => event === "store-wrong-answer")).toEqual([
      expect.objectContaining({ operation: "add", did: expect.stringMatching(/^add /) }),
    ]);
  });
});

describe("a failure", () => {
  it("of a server whose time was over does not let go of what another is working on", async () => {
    const now = createClock();
    const store = createRemote(new Map(), { add: true });
    const options = { store, now, claimMs: 1000 };
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const one = await begin("one", first.promise, options);
    now.pass(1000);
    const other = await begin("one", second.promise, options);

    first.reject(new Error("no database"));
    await one.over;
    const meanwhile = await createServer(options)("one");
    second.resolve();
    await other.over;

    expect([meanwhile.status, (await createServer(options)("one")).status]).toEqual([503, 200]);
  });
});
