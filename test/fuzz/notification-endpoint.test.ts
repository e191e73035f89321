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
  const seconds = /^\d+(\.\d+)?$/.test(timestamp) ? Number(timestamp) : Date.parse(timestamp) / 1000;
  const sentAt = seconds > 1e11 ? seconds : seconds * 1000;
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

describe("the notification endpoint", () => {
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
