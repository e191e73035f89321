import { createHmac, randomUUID } from "node:crypto";
import type { Delivery, Sandbox } from "@human-connect/sandbox";
import { describe, expect, it } from "vitest";
import {
  createMemoryStore,
  createNotificationHandler,
  type HumanApiNotification,
  type NotificationHandlerOptions,
  type NotificationSignature,
} from "../src/index.js";
import { toNodeHandler } from "../src/node.js";
import { createClock, createLogBook, listen, startSandbox } from "./support.js";

/** As the sandbox signs. */
const signature: NotificationSignature = {
  timestamp: { header: "x-humanapi-timestamp" },
  nonce: { header: "x-humanapi-nonce" },
  encoding: "hex",
};

const clientSecret = "sandbox-client-secret";

/** An endpoint over HTTP, with what it has heard. */
async function startEndpoint(options: Partial<NotificationHandlerOptions> = {}) {
  const heard: HumanApiNotification[] = [];
  const handle = createNotificationHandler({
    clientSecret,
    signature,
    onNotification: (notification) => void heard.push(notification),
    onLog: () => {},
    ...options,
  });
  return { url: await listen(toNodeHandler(handle)), heard };
}

async function startNotifying(options: Partial<NotificationHandlerOptions> = {}) {
  const endpoint = await startEndpoint(options);
  return { ...endpoint, sandbox: await startSandbox({ notifications: { url: endpoint.url } }) };
}

const replay = (url: string, { body, headers }: Pick<Delivery, "body" | "headers">): Promise<Response> =>
  fetch(url, { method: "POST", headers, body });

interface Signed {
  body: string;
  headers: Record<string, string>;
}

/** A notification signed by hand. */
function sign(
  event: unknown,
  { timestamp = String(Date.now()), nonce = randomUUID(), secret = clientSecret } = {},
): Signed {
  const body = typeof event === "string" ? event : JSON.stringify(event);
  const digest = createHmac("sha1", secret).update(`${body}${timestamp}${nonce}`).digest("hex");
  const names = { "x-humanapi-signature": digest, "x-humanapi-timestamp": timestamp, "x-humanapi-nonce": nonce };
  return { body, headers: { "content-type": "application/json", ...names } };
}

async function codeOf(response: Response): Promise<string | undefined> {
  const text = await response.text();
  return text ? (JSON.parse(text) as { error: { code: string } }).error.code : undefined;
}

/** A promise that somebody else keeps. */
function createGate(): { open: () => void; opened: Promise<void> } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

describe("a notification of the sandbox", () => {
  it.each(["connect", "disconnect"] as const)("of type %s is heard once, as it was sent", async (type) => {
    const { sandbox, heard } = await startNotifying();

    const delivery = await sandbox.sendNotification(type, "jane");

    expect(delivery).toMatchObject({ outcome: "delivered", status: 200 });
    expect(heard).toEqual([{ kind: "other", event: JSON.parse(delivery.body) }]);
  });

  it("comes by itself when somebody connects", async () => {
    const gate = createGate();
    const heard: HumanApiNotification[] = [];
    const { sandbox } = await startNotifying({
      onNotification(notification) {
        heard.push(notification);
        gate.open();
      },
    });

    sandbox.connectSource("jane");
    await gate.opened;

    expect(heard).toMatchObject([{ kind: "other", event: { type: "connect", clientUserId: "jane" } }]);
  });

  it.each(["orders.OrderSummaryUpdated", "integrations.VendorNoteCreated"] as const)(
    "of type %s is heard event by event, in order",
    async (type) => {
      const { sandbox, heard } = await startNotifying();

      const delivery = await sandbox.sendNotification(type, "jane", { eventIds: ["one", "two", "three"] });

      const events = JSON.parse(delivery.body) as { eventId: string }[];
      expect(delivery.status).toBe(200);
      expect(heard).toEqual(events.map((event) => ({ kind: "hip", event })));
      expect(events.map(({ eventId }) => eventId)).toEqual(["one", "two", "three"]);
    },
  );

  it("that is tampered with anywhere is refused, and heard by nobody", async () => {
    const { sandbox, heard, url } = await startNotifying();
    const { body, headers } = await sandbox.sendNotification("connect", "jane");
    const change = (name: string, value: string): Signed => ({ body, headers: { ...headers, [name]: value } });
    const digest = headers["x-humanapi-signature"]!;
    const other = digest.startsWith("0") ? "1" : "0";

    const codes = [];
    for (const message of [
      { body: body.replace("jane", "john"), headers },
      { body: `${body} `, headers },
      { body: "", headers },
      change("x-humanapi-timestamp", String(Number(headers["x-humanapi-timestamp"]) + 1)),
      change("x-humanapi-nonce", randomUUID()),
      change("x-humanapi-signature", other + digest.slice(1)),
      change("x-humanapi-signature", digest.slice(1)),
      change("x-humanapi-signature", Buffer.from(digest, "hex").toString("base64")),
      change("x-humanapi-signature", "zz".repeat(20)),
      sign(body, { secret: "another" }),
    ]) {
      const response = await replay(url, message);
      codes.push([response.status, await codeOf(response)]);
    }

    expect(codes).toEqual(Array.from({ length: 10 }, () => [401, "signature-invalid"]));
    expect(heard).toHaveLength(1);
  });

  it.each(["x-humanapi-signature", "x-humanapi-timestamp", "x-humanapi-nonce"])(
    "without %s is refused",
    async (name) => {
      const { sandbox, heard, url } = await startNotifying();
      const { body, headers } = await sandbox.sendNotification("connect", "jane");
      const { [name]: _, ...rest } = headers;

      const response = await replay(url, { body, headers: rest });

      expect([response.status, await codeOf(response)]).toEqual([401, "signature-missing"]);
      expect(heard).toHaveLength(1);
    },
  );

  it("that is sent again word for word is answered 200 and not heard again", async () => {
    const { sandbox, heard, url } = await startNotifying();
    const delivery = await sandbox.sendNotification("connect", "jane");

    const upper = delivery.headers["x-humanapi-signature"]!.toUpperCase();
    const responses = [
      await replay(url, delivery),
      await replay(url, { ...delivery, headers: { ...delivery.headers, "x-humanapi-signature": upper } }),
    ];

    expect(responses.map(({ status }) => status)).toEqual([200, 200]);
    expect(heard).toHaveLength(1);
  });

  it("that is signed anew for an event that was heard is a duplicate", async () => {
    const { records, onLog } = createLogBook();
    const { sandbox, heard } = await startNotifying({ onLog });
    const send = (eventIds: string[]): Promise<Delivery> =>
      sandbox.sendNotification("orders.OrderSummaryUpdated", "jane", { eventIds });

    await send(["one", "two"]);
    const again = await send(["two", "three", "one"]);

    expect(again.status).toBe(200);
    expect(heard.map(({ event }) => event["eventId" as keyof typeof event])).toEqual(["one", "two", "three"]);
    expect(records.at(-1)).toMatchObject({ event: "notification-answered", status: 200, events: 3, duplicates: 2 });
  });
});

describe("a notification that is not timely", () => {
  it.each([
    [-300_000, 200],
    [300_000, 200],
    [-300_001, 401],
    [300_001, 401],
  ])("by %i ms is answered %i", async (ms, status) => {
    const now = createClock(1_800_000_000_000);
    const { url, heard } = await startEndpoint({ now });

    const response = await replay(url, sign({ eventId: "one" }, { timestamp: String(now() + ms) }));

    expect([response.status, await codeOf(response)]).toEqual([
      status,
      status === 200 ? undefined : "notification-late",
    ]);
    expect(heard).toHaveLength(status === 200 ? 1 : 0);
  });

  it("is refused however well it was signed, once it is a replay of long ago", async () => {
    const now = createClock();
    const { url, heard } = await startEndpoint({ now, toleranceMs: 1000 });
    const message = sign({ eventId: "one" }, { timestamp: String(now()) });

    const statuses = [(await replay(url, message)).status];
    now.pass(1001);
    statuses.push((await replay(url, message)).status);

    expect(statuses).toEqual([200, 401]);
    expect(heard).toHaveLength(1);
  });

  it.each([
    ["seconds", "1800000000", 200],
    ["seconds with a part", "1800000000.5", 200],
    ["milliseconds", "1800000000000", 200],
    ["ISO 8601", "2027-01-15T08:00:00Z", 200],
    ["no time", "yesterday", 401],
    ["a time of another century", "18000000000", 401],
  ])("is known by its timestamp in %s", async (_, timestamp, status) => {
    const { url } = await startEndpoint({ now: () => 1_800_000_000_000 });

    expect((await replay(url, sign({ eventId: "one" }, { timestamp }))).status).toBe(status);
  });
});

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
  it("is answered before it has ended, goes on, and is kept alive by waitUntil", async () => {
    const gate = createGate();
    const { records, onLog } = createLogBook();
    const alive: Promise<void>[] = [];
    const ended: string[] = [];
    const { sandbox } = await startNotifying({
      answerWithinMs: 20,
      onLog,
      waitUntil: (work) => void alive.push(work),
      async onNotification({ event }) {
        await gate.opened;
        ended.push(String((event as Record<string, unknown>)["eventId"]));
      },
    });

    const delivery = await sandbox.sendNotification("connect", "jane", { eventIds: ["one"] });
    const endedAtAnswer = [...ended];
    gate.open();
    await Promise.all(alive);

    expect(delivery).toMatchObject({ outcome: "delivered", status: 200 });
    expect(records.at(-1)).toMatchObject({ event: "notification-answered", isUnfinished: true });
    expect([endedAtAnswer, ended]).toEqual([[], ["one"]]);
    expect(alive).toHaveLength(1);
  });

  it("is not begun again by a duplicate that comes meanwhile, on this server or another", async () => {
    const gate = createGate();
    const store = createMemoryStore();
    const alive: Promise<void>[] = [];
    let times = 0;
    const options: Partial<NotificationHandlerOptions> = {
      store,
      answerWithinMs: 20,
      waitUntil: (work) => void alive.push(work),
      async onNotification() {
        times += 1;
        await gate.opened;
      },
    };
    const [here, there] = [await startEndpoint(options), await startEndpoint(options)];

    const statuses = [];
    for (const { url } of [here, here, there]) statuses.push((await replay(url, sign({ eventId: "one" }))).status);
    gate.open();
    await Promise.all(alive);
    statuses.push((await replay(there.url, sign({ eventId: "one" }))).status);

    expect(statuses).toEqual([200, 200, 200, 200]);
    expect(times).toBe(1);
  });

  it("and fails in the end is in the log, and its event is heard again", async () => {
    const gate = createGate();
    const { events, onLog } = createLogBook();
    const alive: Promise<void>[] = [];
    let times = 0;
    const { url } = await startEndpoint({
      answerWithinMs: 20,
      onLog,
      waitUntil: (work) => void alive.push(work),
      async onNotification() {
        if (++times > 1) return;
        await gate.opened;
        throw new Error("no database");
      },
    });

    const first = await replay(url, sign({ eventId: "one" }));
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

describe("how notifications are signed is up to the host", () => {
  const event = { eventId: "one", sent: { at: 0 }, when: 1_800_000_000, once: "n-1" };
  const now = (): number => 1_800_000_000_000;
  const digestOf = (body: string, parts: string, encoding: "hex" | "base64" | "base64url"): string =>
    createHmac("sha1", clientSecret)
      .update(body + parts)
      .digest(encoding);

  it.each<[string, NotificationSignature, "hex" | "base64" | "base64url", string, Record<string, string>]>([
    [
      "headers and base64",
      { timestamp: { header: "X-Time" }, nonce: { header: "X-Once" }, encoding: "base64" },
      "base64",
      "",
      { "x-time": "1800000000", "x-once": "n-1" },
    ],
    [
      "the URL and the base64 of URLs",
      { timestamp: { query: "t" }, nonce: { query: "n" }, encoding: "base64" },
      "base64url",
      "?t=1800000000&n=n-1",
      {},
    ],
    ["fields of the body", { timestamp: { field: "when" }, nonce: { field: "once" }, encoding: "hex" }, "hex", "", {}],
  ])("by %s", async (_, format, encoding, query, headers) => {
    const { url, heard } = await startEndpoint({ signature: format, now });
    const body = JSON.stringify(event);
    const send = async (digest: string): Promise<number> =>
      (await replay(url + query, { body, headers: { ...headers, "x-humanapi-signature": digest } })).status;

    const statuses = [
      await send(digestOf(body, "1800000000n-1", encoding)),
      await send(digestOf(body, "1800000000n-2", encoding)),
    ];

    expect(statuses).toEqual([200, 401]);
    expect(heard).toHaveLength(1);
  });

  it("also not at all, when the host says so", async () => {
    const { url, heard } = await startEndpoint({ signature: "unsigned" });
    const send = (body: object): Promise<Response> => replay(url, { body: JSON.stringify(body), headers: {} });

    for (const body of [{ eventId: "one" }, { eventId: "one" }, { a: 1 }, { a: 1 }]) await send(body);

    expect(heard.map(({ event: { eventId } }) => eventId)).toEqual(["one", undefined, undefined]);
  });

  it("over the bytes, whatever they are", async () => {
    const { url, heard } = await startEndpoint();

    for (const body of ['{ "eventId" : "ä" }', '{"eventId":"\\u00e4"}', '{"b":1e2,"eventId":"ö\\n"}'])
      expect((await replay(url, sign(body))).status).toBe(200);

    expect(heard).toHaveLength(2);
  });
});

describe("what is no notification", () => {
  it.each<[string, RequestInit, number, string]>([
    ["GET", { method: "GET" }, 405, "method-not-allowed"],
    ["PUT", { method: "PUT", ...sign({}) }, 405, "method-not-allowed"],
    ["text", { method: "POST", ...sign("hello") }, 400, "body-malformed"],
    ["a number", { method: "POST", ...sign("5") }, 400, "body-malformed"],
    ["null", { method: "POST", ...sign("null") }, 400, "body-malformed"],
    ["a list of texts", { method: "POST", ...sign(["a"]) }, 400, "body-malformed"],
    ["a list of lists", { method: "POST", ...sign([[]]) }, 400, "body-malformed"],
    ["too long", { method: "POST", ...sign({ text: "x".repeat(200) }) }, 413, "body-too-large"],
    ["empty", { method: "POST" }, 401, "signature-missing"],
  ])("%s is answered %i", async (_, init, status, code) => {
    const { url, heard } = await startEndpoint({ maxBytes: 200 });

    const response = await fetch(url, init);

    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(response.headers.get("cache-control")).toBe("no-store");
    if (status === 405) expect(response.headers.get("allow")).toBe("POST");
    expect(heard).toEqual([]);
  });

  it("an empty list is nothing to do", async () => {
    const { url, heard } = await startEndpoint();

    expect((await replay(url, sign([]))).status).toBe(200);
    expect(heard).toEqual([]);
  });

  it("an empty body is the sender's fault, not the host's", async () => {
    const { records, onLog } = createLogBook();
    const handle = createNotificationHandler({ clientSecret, signature, onNotification: () => {}, onLog });

    const response = await handle(new Request("https://app.example.com/", { method: "POST", body: "" }));

    expect([response.status, await codeOf(response)]).toEqual([401, "signature-missing"]);
    expect(records.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("a body that somebody else has read is told to the host", async () => {
    const { records, onLog } = createLogBook();
    const handle = createNotificationHandler({ clientSecret, signature, onNotification: () => {}, onLog });
    const request = new Request("https://app.example.com/", { method: "POST", ...sign({ eventId: "one" }) });
    await request.text();

    const response = await handle(request);

    expect([response.status, await codeOf(response)]).toEqual([500, "body-consumed"]);
    expect(records).toMatchObject([{ level: "error", code: "body-consumed" }]);
  });

  it("a waitUntil that throws is an answer, and in the log", async () => {
    const { events, onLog } = createLogBook();
    const { url } = await startEndpoint({
      onLog,
      waitUntil() {
        throw new Error("no context");
      },
    });

    expect((await replay(url, sign({ eventId: "one" }))).status).toBe(500);
    expect(events()).toContain("handler-failed");
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

it.each<[string, object]>([
  ["clientSecret", { clientSecret: "" }],
  ["clientSecret", { clientSecret: undefined }],
  ["onNotification", { onNotification: undefined }],
  ["signature", { signature: undefined }],
  ["signature", { signature: "none" }],
  ["signature", { signature: { ...signature, encoding: "utf8" } }],
  ["signature", { signature: { ...signature, nonce: undefined } }],
  ["signature", { signature: { ...signature, timestamp: { header: "" } } }],
  ["signature", { signature: { ...signature, timestamp: { cookie: "t" } } }],
  ["toleranceMs", { toleranceMs: 0 }],
  ["answerWithinMs", { answerWithinMs: 2.5 }],
  ["rememberMs", { rememberMs: Number.POSITIVE_INFINITY }],
  ["maxBytes", { maxBytes: -1 }],
])("an option %s that makes no sense is refused: %o", (name, options) => {
  const given = { clientSecret, signature, onNotification: () => {}, ...options } as NotificationHandlerOptions;

  expect(() => createNotificationHandler(given)).toThrow(TypeError);
  expect(() => createNotificationHandler(given)).toThrow(name);
});

it("tells nobody the secret when an option makes no sense", () => {
  const create = (): unknown =>
    createNotificationHandler({ clientSecret, signature: "none" as "unsigned", onNotification: () => {} });

  expect(create).toThrow(expect.not.objectContaining({ message: expect.stringContaining(clientSecret) }));
});

it("an event of the platform has its fields", async () => {
  const types: string[] = [];
  const { sandbox }: { sandbox: Sandbox } = await startNotifying({
    onNotification(notification) {
      if (notification.kind === "hip") types.push(notification.event.eventType, notification.event.orderId);
    },
  });

  await sandbox.sendNotification("orders.OrderSummaryUpdated", "jane");

  expect(types).toEqual(["orders.OrderSummaryUpdated", "sandbox-order"]);
});
