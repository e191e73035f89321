import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import {
  createNotificationHandler,
  type HumanApiNotification,
  type LogRecord,
  type NotificationSignature,
} from "@human-connect/server";
import fc from "fast-check";
import { describe } from "vitest";
import { hostileJson, objectOf } from "./arbitraries.ts";
import { hostileText, words } from "./hostile-text.ts";
import { hostileRequest, receive, toRequest, type HostileRequest } from "./requests.ts";
import { fuzzAsync } from "./runs.ts";
import { assertNoPollution, assertNoSecret, isRecord } from "./verdicts.ts";

const secret = "§application§secret§";
const now = Date.parse("2026-05-01T12:00:00Z");
const statuses = [200, 400, 401, 405, 413, 500];

interface Case {
  readonly body: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly encoding: "hex" | "base64";
  readonly places: readonly ["header" | "query" | "field", "header" | "query"];
  /** What somebody on the way has done to it. */
  readonly forgery: "none" | "body" | "timestamp" | "nonce" | "secret" | "digest" | "unsigned";
  /** The host's own code fails at each so manieth event. */
  readonly failsAt: number | undefined;
}

const keys = ["eventId", "eventType", "eventGroup", "timestamp", "orderId", "then"];
const event = objectOf(keys, fc.oneof(fc.constantFrom<unknown>("id-1", "id-2", "", 7, null), hostileJson("eventId")));
const body = fc.oneof(
  { arbitrary: event.map((one) => JSON.stringify(one)), weight: 3 },
  { arbitrary: fc.array(event, { maxLength: 4 }).map((several) => JSON.stringify(several)), weight: 3 },
  { arbitrary: hostileJson(...keys).map((value) => JSON.stringify(value)), weight: 1 },
  { arbitrary: hostileText, weight: 1 },
);
const cases: fc.Arbitrary<Case> = fc.record({
  body,
  timestamp: fc.oneof(
    fc.constantFrom(now, now / 1000, now - 299_000, now + 299_000, now - 301_000, now + 301_000).map(String),
    fc.constantFrom(...words("2026-05-01T12:00:00Z 2026-13-45 0 -1 NaN 1e999 <x>"), "9".repeat(400)),
  ),
  nonce: fc.constantFrom("n-1", "n", "0", "é"),
  encoding: fc.constantFrom("hex", "base64"),
  places: fc.tuple(fc.constantFrom("header", "query", "field"), fc.constantFrom("header", "query")),
  forgery: fc.constantFrom("none", "none", "none", "body", "timestamp", "nonce", "secret", "digest", "unsigned"),
  failsAt: fc.constantFrom(undefined, undefined, undefined, 0, 1),
});

function createEndpoint({ encoding, places, failsAt }: Case) {
  const heard: HumanApiNotification[] = [];
  const records: LogRecord[] = [];
  const [timestamp, nonce] = places;
  const signature = {
    timestamp: { [timestamp]: "timestamp" },
    nonce: { [nonce]: "nonce" },
    encoding,
  } as unknown as NotificationSignature;
  const handle = createNotificationHandler({
    clientSecret: secret,
    signature,
    onNotification(notification) {
      heard.push(notification);
      if (heard.length - 1 === failsAt) throw new Error("no queue: token=§a§7§");
    },
    maxBytes: 2000,
    now: () => now,
    onLog: (record) => void records.push(record),
  });
  return { handle, heard, records };
}

/** A notification as it arrives. In a field, the time of sending is part of the body. */
function deliver({ body, timestamp, nonce, encoding, places, forgery }: Case): { request: Request; body: string } {
  const sent = places[0] === "field" ? withField(body, timestamp) : body;
  const key = forgery === "secret" ? "another" : secret;
  const digest = createHmac("sha1", key)
    .update(sent + timestamp + nonce)
    .digest(encoding);
  const arrived = forgery === "body" ? `${sent} ` : sent;
  const url = new URL("https://us.example/notifications");
  const headers = new Headers();
  if (forgery !== "unsigned") headers.set("x-humanapi-signature", forgery === "digest" ? digest.slice(1) : digest);
  const parts = {
    timestamp: forgery === "timestamp" ? `${timestamp}0` : timestamp,
    nonce: forgery === "nonce" ? "other" : nonce,
  };
  for (const [index, name] of (["timestamp", "nonce"] as const).entries()) {
    if (places[index] === "header") headers.set(name, parts[name]);
    if (places[index] === "query") url.searchParams.set(name, parts[name]);
  }
  return { request: new Request(url, { method: "POST", headers, body: arrived }), body: arrived };
}

function withField(body: string, timestamp: string): string {
  const value = parse(body);
  return isRecord(value) ? JSON.stringify({ ...value, timestamp }) : body;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What a customer may believe: signed with the secret, as it came, within five minutes. */
function isGenuine({ forgery, timestamp, places }: Case, arrived: string): boolean {
  const sentAt = /^\d{10}$/.test(timestamp)
    ? Number(timestamp) * 1000
    : /^\d{13}$/.test(timestamp)
      ? Number(timestamp)
      : Date.parse(timestamp.endsWith("Z") ? timestamp : "");
  // A change of a field of the body is one of the body; there is nothing else to change.
  const isInField = places[0] === "field";
  const isSame = forgery === "none" || (forgery === "timestamp" && isInField);
  return isSame && Math.abs(now - sentAt) <= 300_000 && (!isInField || isRecord(parse(arrived)));
}

/** Events that have to be told apart: by their id, else by their place in the message. */
function countDistinct(events: readonly Record<string, unknown>[]): number {
  return new Set(events.map(({ eventId }, index) => (typeof eventId === "string" && eventId ? `id ${eventId}` : index)))
    .size;
}

/** A message that was signed, and another cut of the same bytes. */
const cuts = fc.record({
  body: fc.constantFrom('[{"eventId":"e1"}]', '{"n":1777636800}', "{} \n ", '[{"at":"2026-05-01T12:00:00Z"}]'),
  sentAt: fc.integer({ min: now - 86_400_000, max: now + 86_400_000 }),
  write: fc.constantFrom<[NotificationSignature["format"], (instant: number) => string]>(
    [undefined, (instant) => String(Math.floor(instant / 1000))],
    [undefined, String],
    [undefined, (instant) => new Date(instant).toISOString()],
    [undefined, (instant) => new Date(instant - 16_200_000).toISOString().replace("Z", "-04:30")],
    ["iso-utc", (instant) => new Date(instant).toISOString().slice(0, -1)],
    ["iso-utc", (instant) => new Date(instant).toISOString().slice(0, 19)],
  ),
  nonce: fc.oneof(
    fc.stringMatching(/^[\d.]{1,20}$/),
    fc.constantFrom(...words("n-1 Z1 +05:00n -11:30n .5n .000Z 123Z 000+05:00 T12:00:00Z }] 0")),
    fc.uuid(),
  ),
  moved: fc.tuple(fc.integer({ min: -12, max: 4 }), fc.integer({ min: -24, max: 24 })),
  delayMs: fc.oneof(fc.constant(0), fc.integer({ min: -86_400_000, max: 86_400_000 })),
});

describe("the notification endpoint", () => {
  fuzzAsync(
    "createNotificationHandler",
    "takes a message for what was signed, wherever its borders are moved",
    cuts,
    async ({ body, sentAt, write: [format, write], nonce, moved, delayMs }) => {
      const timestamp = write(sentAt);
      const whole = body + timestamp + nonce;
      const end = body.length + moved[0];
      const next = Math.max(end, body.length + timestamp.length + moved[1]);
      const heard: HumanApiNotification[] = [];
      const handle = createNotificationHandler({
        clientSecret: secret,
        signature: { timestamp: { query: "t" }, nonce: { query: "n" }, encoding: "hex", format },
        onNotification: (notification) => void heard.push(notification),
        now: () => sentAt + delayMs,
        onLog: () => {},
      });
      const query = new URLSearchParams({ t: whole.slice(end, next), n: whole.slice(next) });
      const digest = createHmac("sha1", secret).update(whole).digest("hex");

      const response = await handle(
        new Request(`https://us.example/?${query}`, {
          method: "POST",
          body: whole.slice(0, end),
          headers: { "x-humanapi-signature": digest },
        }),
      );

      const { status } = await receive(response, [...statuses]);
      const passedMs = sentAt + delayMs - Math.floor(sentAt / 1000) * 1000;
      if (passedMs > 300_000) assert.equal(status === 200, false, "an old message is timely again");
      if (status === 200)
        assert.deepEqual(
          heard.map(({ event }) => event),
          [JSON.parse(body)].flat(),
        );
      if (moved[0] === 0 && moved[1] === 0 && delayMs === 0) assert.equal(status, 200);
    },
  );

  fuzzAsync("createNotificationHandler", "hears each genuine event once, and nothing else", cases, async (given) => {
    const { handle, heard, records } = createEndpoint(given);
    const { request, body } = deliver(given);

    const { status } = await receive(await handle(request), statuses);

    const events = [parse(body)].flat() as Record<string, unknown>[];
    if (!isGenuine(given, body)) {
      assert.equal(heard.length, 0, "a forged or late event was believed");
      assert.ok(status === 401 || status === 400);
    } else if (!events.every(isRecord)) {
      assert.deepEqual([status, heard.length], [400, 0]);
    } else if (given.failsAt === undefined) {
      assert.deepEqual([status, heard.length], [200, countDistinct(events)]);
    } else {
      assert.equal(status, heard.length > given.failsAt ? 500 : 200);
    }
    assertNoSecret(JSON.stringify(records));
    assertNoPollution();
  });

  fuzzAsync(
    "createNotificationHandler",
    "answers any call in good form, and hears nothing",
    hostileRequest,
    async (given: HostileRequest) => {
      const { handle, heard, records } = createEndpoint({
        encoding: "hex",
        places: ["header", "query"],
      } as unknown as Case);

      await receive(await handle(await toRequest(given)), statuses);

      assert.equal(heard.length, 0);
      assertNoSecret(JSON.stringify(records));
      assertNoPollution();
    },
  );
});
