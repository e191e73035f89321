import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createNotificationHandler,
  type HumanApiNotification,
  type NotificationSignature,
  type TimestampFormat,
} from "../../src/index.js";
import { readTimestamp } from "../../src/notification/time.js";
import { readRawNumber } from "../../src/base/raw-number.js";
import { clientSecret } from "./endpoint.js";

const noon = Date.parse("2026-11-28T12:00:00Z");

describe("a time of sending", () => {
  it.each<[TimestampFormat | undefined, string, number | undefined]>([
    [undefined, "1795867200", noon],
    [undefined, "1795867200123", noon + 123],
    [undefined, "2026-11-28T12:00:00Z", noon],
    [undefined, "2026-11-28T12:00:00.500Z", noon + 500],
    [undefined, "2026-11-28T17:00:00+05:00", noon],
    [undefined, "2026-11-28T07:30:00.000-04:30", noon],
    ["seconds", "1795867200", noon],
    ["milliseconds", "1795867200123", noon + 123],
    ["iso", "2026-11-28T12:00:00Z", noon],
    ["iso-utc", "2026-11-28T12:00:00", noon],
    ["iso-utc", "2026-11-28T12:00:00.5", noon + 500],
  ])("in the format %s is read from %j", (format, text, expected) => {
    expect(readTimestamp(text, format)).toBe(expected);
  });

  it.each([
    "2026-11-28T12:00:00",
    "2026-11-28T12:00:00.000",
    "2026-11-28 12:00:00Z",
    "2026-11-28T12:00Z",
    "2026-11-28",
    "2026-11-28T12:00:00+05",
    "2026-11-28T12:00:00+0500",
    "2026-11-28t12:00:00z",
    "2026-02-31T12:00:00Z",
    "2026-13-01T12:00:00Z",
    "2026-11-28T24:00:00Z",
    "2026-11-28T12:60:00Z",
    "2026-11-28T12:00:00.Z",
    "20261128T120000Z",
    "179586720",
    "17958672001",
    "179586720012",
    "17958672001234",
    "1795867200.5",
    "-1795867200",
    "+1795867200",
    "1.7958672e9",
    " 1795867200",
    "1795867200 ",
    "1795867200\n",
    "１７９５８６７２００",
    "0x6b0b3f40",
    "",
    "Sat, 28 Nov 2026 12:00:00 GMT",
    "Nov 28 2026 12:00",
    "yesterday",
    "NaN",
    "Infinity",
  ])("is by default not read from %j", (text) => {
    expect(readTimestamp(text, undefined)).toBeUndefined();
  });

  it.each<[TimestampFormat, string]>([
    ["seconds", "1795867200123"],
    ["seconds", "2026-11-28T12:00:00Z"],
    ["milliseconds", "1795867200"],
    ["iso", "1795867200"],
    ["iso", "2026-11-28T12:00:00"],
    ["iso-utc", "2026-11-28T12:00:00Z"],
    ["iso-utc", "2026-11-28T12:00:00+00:00"],
  ])("in the format %s is not read from %j, which is another form", (format, text) => {
    expect(readTimestamp(text, format)).toBeUndefined();
  });
});

interface Message {
  body: string;
  timestamp: string;
  nonce: string;
}

interface Fault {
  code: string;
  message: string;
}

const digestOf = ({ body, timestamp, nonce }: Message): string =>
  createHmac("sha1", clientSecret)
    .update(body + timestamp + nonce)
    .digest("hex");

/** An endpoint, and the number of events that it has heard of what it is sent. */
function createEndpoint(format: TimestampFormat | undefined, now: number, parts: Partial<NotificationSignature> = {}) {
  const heard: HumanApiNotification[] = [];
  const handle = createNotificationHandler({
    clientSecret,
    signature: { timestamp: { query: "t" }, nonce: { query: "n" }, encoding: "hex", format, ...parts },
    onNotification: (notification) => void heard.push(notification),
    now: () => now,
    onLog: () => {},
  });
  const send = async ({ body, timestamp, nonce }: Message, digest: string) => {
    const query = new URLSearchParams({ t: timestamp, n: nonce });
    const headers = { "x-humanapi-signature": digest };
    const response = await handle(new Request(`https://app.example/n?${query}`, { method: "POST", body, headers }));
    const text = await response.text();
    return { status: response.status, ...(text ? (JSON.parse(text) as { error: Fault }).error : undefined) };
  };
  return { send, heard };
}

/** All ways to cut the same bytes into body, time and nonce. */
function* shifts({ body, timestamp, nonce }: Message): Generator<Message> {
  const whole = body + timestamp + nonce;
  // Only what ends like a body can be one, and no time is longer than forty letters.
  for (let end = 1; end < whole.length; end++)
    for (let next = end + 1; next <= Math.min(whole.length, end + 40); next++)
      yield { body: whole.slice(0, end), timestamp: whole.slice(end, next), nonce: whole.slice(next) };
}

const writers: Record<string, [TimestampFormat | undefined, (instant: number) => string]> = {
  "seconds, by default": [undefined, (instant) => String(Math.floor(instant / 1000))],
  "milliseconds, by default": [undefined, String],
  "ISO in UTC, by default": [undefined, (instant) => new Date(instant).toISOString()],
  "ISO of India, by default": [
    undefined,
    (instant) => new Date(instant + 19_800_000).toISOString().replace("Z", "+05:30"),
  ],
  seconds: ["seconds", (instant) => String(Math.floor(instant / 1000))],
  milliseconds: ["milliseconds", String],
  iso: ["iso", (instant) => new Date(instant).toISOString()],
  "iso-utc": ["iso-utc", (instant) => new Date(instant).toISOString().slice(0, -1)],
  "iso-utc without parts of a second": ["iso-utc", (instant) => new Date(instant).toISOString().slice(0, 19)],
};

const genuine = fc.record({
  body: fc.constantFrom(
    '[{"eventId":"e1"}]',
    '{"eventId":"e1"} \n',
    '[{"eventId":"e1","at":"2026-11-28T12:00:00Z"}]',
    '[{"n":1795867200}]',
  ),
  instant: fc.integer({ min: noon, max: noon + 999_999 }),
  nonce: fc.oneof(
    fc.stringMatching(/^\d{1,20}$/),
    fc.constantFrom(
      "n-4711",
      "Z123",
      "+05:00x",
      "-11:30",
      ".5abc",
      ".000Z",
      "123Z",
      "000+05:00",
      "T12:00:00Z",
      " n",
      "}]",
    ),
    fc.uuid(),
  ),
});

describe.each(Object.entries(writers))("a genuine message in %s", (_, [format, write]) => {
  it("is worked on, and no other cut of the same bytes is, but at the same second", async () => {
    await fc.assert(
      fc.asyncProperty(genuine, async ({ body, instant, nonce }) => {
        const message: Message = { body, timestamp: write(instant), nonce };
        const digest = digestOf(message);
        expect((await createEndpoint(format, instant).send(message, digest)).status).toBe(200);

        for (const shifted of shifts(message)) {
          const sentAt = readTimestamp(shifted.timestamp, format);
          if (sentAt === undefined || shifted.nonce === "") continue;
          // A day later it must be late, and now it may at most be what it was.
          for (const now of [sentAt, instant, instant + 86_400_000]) {
            const { send, heard } = createEndpoint(format, now);
            const { status } = await send(shifted, digest);
            if (status !== 200) continue;
            expect(Math.floor(sentAt / 1000)).toBe(Math.floor(instant / 1000));
            expect(heard.map(({ event }) => event)).toEqual([JSON.parse(body)].flat());
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("is no longer timely by a cut than it was", async () => {
    await fc.assert(
      fc.asyncProperty(genuine, async ({ body, instant, nonce }) => {
        const message: Message = { body, timestamp: write(instant), nonce };
        const digest = digestOf(message);
        const late = Math.floor(instant / 1000) * 1000 + 300_001;

        for (const cut of shifts(message)) {
          if (readTimestamp(cut.timestamp, format) === undefined || cut.nonce === "") continue;
          expect((await createEndpoint(format, late).send(cut, digest)).status).not.toBe(200);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe("a genuine message whose time cannot be read", () => {
  it("is refused with the name of the option", async () => {
    const message = { body: "{}", timestamp: "2026-11-28T12:00:00", nonce: "n" };

    expect(await createEndpoint(undefined, noon).send(message, digestOf(message))).toEqual({
      status: 401,
      code: "timestamp-unreadable",
      message: expect.stringContaining('signature.format, such as "iso-utc"'),
    });
    expect((await createEndpoint("iso-utc", noon).send(message, digestOf(message))).status).toBe(200);
  });

  it("is not told from any other when it is not genuine", async () => {
    const message = { body: "{}", timestamp: "2026-11-28T12:00:00", nonce: "n" };

    expect(await createEndpoint(undefined, noon).send(message, "0".repeat(40))).toMatchObject({
      code: "signature-invalid",
    });
  });
});

describe("a number in the body", () => {
  it.each<[string, string | undefined]>([
    ['{"nonce":12345678901234567890}', "12345678901234567890"],
    ['{ "a" : {"nonce":1}, "nonce" : 1.20e1 }', "1.20e1"],
    ['{"nonce":1,"x":[{"nonce":2}],"nonce":3}', "3"],
    ['{"x":"\\",\\"nonce\\":1","nonce":2}', "2"],
    ['{"\\u006eonce":7}', "7"],
    ['{"nonce":1,"nonce":null}', undefined],
    ['{"nonce":{"nonce":1}}', undefined],
    ['{"x":{"y":[1,{"nonce":5}]}}', undefined],
    ["{}", undefined],
  ])("of %s is %j, as it stands there", (json, expected) => {
    expect(readRawNumber(json, "nonce")).toBe(expected);
  });

  it("is the same as JSON.parse has it", () => {
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    const value = fc.oneof(number, fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.constant("nonce"), fc.string()), value), (object) => {
        const read = readRawNumber(JSON.stringify(object), "nonce");
        const { nonce } = JSON.parse(JSON.stringify(object)) as { nonce?: unknown };
        expect(read === undefined ? undefined : Number(read)).toBe(typeof nonce === "number" ? nonce : undefined);
      }),
    );
  });

  it("keeps every digit of a nonce, and of a time", async () => {
    const body = `{"eventId":"e1","nonce":12345678901234567890,"sent":${noon}}`;
    const parts = { timestamp: { field: "sent" }, nonce: { field: "nonce" } };
    const { send, heard } = createEndpoint(undefined, noon, parts);
    const digest = digestOf({ body, timestamp: String(noon), nonce: "12345678901234567890" });

    expect((await send({ body, timestamp: "", nonce: "" }, digest)).status).toBe(200);
    expect(heard).toHaveLength(1);
  });
});
