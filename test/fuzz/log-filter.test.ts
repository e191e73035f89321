import assert from "node:assert/strict";
import { inspect } from "node:util";
import {
  createHumanApi,
  createNotificationHandler,
  createTokenHandler,
  type HumanApi,
  type HumanApiOptions,
  type LogRecord,
} from "@human-connect/server";
import { createHumanityClient } from "@human-connect/server/humanity";
import fc from "fast-check";
import { describe } from "vitest";
import { fuzzAsync } from "./runs.ts";
import { plainText, type WrittenSecret, writtenSecret } from "./secret-shapes.ts";

/** Where a secret can stand in what was thrown. */
const places = ["message", "name", "stack", "property", "cause", "deep cause", "sum", "thrown text"] as const;

interface Case {
  readonly written: WrittenSecret;
  readonly place: (typeof places)[number];
  readonly way: string;
  /** Stand on lines of their own before and behind it. */
  readonly plain: readonly [string, string];
}

const cases: fc.Arbitrary<Case> = fc.record({
  written: writtenSecret,
  place: fc.constantFrom(...places),
  way: fc.constantFrom(
    "identify",
    "onNotification",
    "the store when it forgets",
    "the store of a token",
    "the network",
    "the network of Humanity",
  ),
  plain: fc.tuple(plainText, plainText),
});

function toThrown({ written, place, plain: [before, behind] }: Case): unknown {
  const text = `${before}\nit said ${written.text}\n${behind}`;
  const plain = (): Error => new Error(before);
  switch (place) {
    case "message":
      return new TypeError(text);
    case "name":
      return Object.assign(plain(), { name: text });
    case "stack":
      return Object.assign(plain(), { stack: `Error: ${text}\n    at run (/srv/app/server.js:10:5)` });
    case "property":
      return Object.assign(plain(), { config: { headers: [text] }, code: written.text, [written.text]: 1 });
    case "cause":
      return new Error(before, { cause: new Error(text) });
    case "deep cause":
      return new Error(before, { cause: Object.assign(new Error("", { cause: new Error(text) }), { code: text }) });
    case "sum":
      return new AggregateError([plain(), new Error(text)], before);
    case "thrown text":
      return text;
    default:
      return place satisfies never;
  }
}

interface Told {
  readonly records: LogRecord[];
  /** What somebody has caught, or a browser was answered. */
  readonly shown: unknown[];
}

/** Everything that can fail with what was thrown: the host's code, its store, its network. */
const ways: Record<string, (fail: () => Promise<never>, onLog: (record: LogRecord) => void) => Promise<unknown>> = {
  identify: (fail, onLog) => answer(createTokenHandler({ humanApi: createApi({ onLog }), identify: fail, onLog })),
  onNotification: (fail, onLog) =>
    answer(createNotificationHandler({ clientSecret: "s", signature: "unsigned", onNotification: fail, onLog })),
  "the store when it forgets": (fail, onLog) =>
    createApi({ onLog, store: { get: fail, set: fail, delete: fail } }).forget("u"),
  "the store of a token": (fail, onLog) => {
    const fetch = async (): Promise<Response> => Response.json({ session_token: "t", expires_in: 60 });
    return createApi({ onLog, fetch, store: { get: fail, set: fail, delete: fail } }).sessionToken("u");
  },
  "the network": (fail, onLog) => createApi({ onLog, fetch: fail }).sessionToken("u"),
  "the network of Humanity": (fail, onLog) => {
    const settings = { clientId: "c", clientSecret: "s", username: "u", password: "p", retries: 0 };
    return createHumanityClient({ ...settings, fetch: fail, onLog }).accessToken();
  },
};

const createApi = (options: Partial<HumanApiOptions>): HumanApi =>
  createHumanApi({ clientId: "c", clientSecret: "s", retries: 0, ...options });

const answer = async (handle: (request: Request) => Promise<Response>): Promise<string> =>
  (
    await handle(
      new Request("https://us.example/", {
        method: "POST",
        body: "{}",
        headers: { "content-type": "application/json" },
      }),
    )
  ).text();

async function failBy(way: string, thrown: unknown): Promise<Told> {
  const records: LogRecord[] = [];
  const fail = (): Promise<never> => Promise.reject(thrown as Error);
  const shown = await ways[way]!(fail, (record) => void records.push(record)).catch((error: unknown) => error);
  return { records, shown: [shown] };
}

const show = (value: unknown): string => inspect(value, { depth: 9, showHidden: true, maxStringLength: null });

describe("the log filter", () => {
  fuzzAsync("onLog and errors", "tell no secret, wherever it stood in what failed", cases, async (given) => {
    const { records, shown } = await failBy(given.way, toThrown(given));

    assert.ok(records.length > 0);
    // What inspect writes differently is no other secret.
    const told = [...records, ...shown]
      .map(show)
      .concat(JSON.stringify(records), String((shown as [Error])[0].stack))
      .join();
    for (const secret of given.written.secrets)
      assert.ok(!told.includes(secret), `${given.way}, ${given.place}: ${secret} of ${given.written.text}`);
  });

  fuzzAsync("onLog", "keeps what is no secret", cases, async (given) => {
    const { records } = await failBy("identify", toThrown({ ...given, place: "message" }));

    const messages = records.flatMap((record) => ("error" in record ? record.error.message.split("\n") : []));
    for (const line of given.plain) assert.ok(messages.includes(line), `${line} was lost beside ${given.written.text}`);
  });
});
