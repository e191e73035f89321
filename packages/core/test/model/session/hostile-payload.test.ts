import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptySession,
  normalizeSession,
  readSession,
  type ConnectSession,
  type Source,
} from "../../../src/model/session.js";
import { clinic, pharmacy, request, sessionOf } from "./sessions.js";

/** Values that a field of ours may hold when the page behind the frame is broken or hostile. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    "",
    " ",
    "__proto__",
    "constructor",
    Symbol.iterator,
    10n,
    new Date(0),
    new Map(),
    /x/,
  ),
  fc.func(fc.jsonValue()),
);
const hostileItem = fc.oneof(
  hostile,
  fc.record(
    {
      id: fc.oneof(fc.constantFrom("a", "b", " a ", ""), hostile),
      name: fc.oneof(fc.constantFrom("A", "B", " ", ""), hostile),
      address: hostile,
      location: fc.oneof(
        hostile,
        fc.record({ latitude: fc.oneof(fc.double(), hostile), longitude: fc.oneof(fc.double(), hostile) }),
      ),
    },
    { requiredKeys: [], noNullPrototype: false },
  ),
);
const hostileList = fc.oneof(hostile, fc.array(hostileItem, { maxLength: 8 }));
const listNames = ["connectedSources", "connected", "disconnectedSources", "disconnected", "requestedSources"] as const;
const lists = Object.fromEntries(listNames.map((name) => [name, hostileList]));
const hostilePayload: fc.Arbitrary<unknown> = fc.record(
  {
    ...lists,
    type: hostile,
    status: hostile,
    sessionResults: fc.oneof(hostile, fc.record(lists, { requiredKeys: [], noNullPrototype: false })),
    currentConnections: hostileList,
    connections: hostileList,
    requestedProviders: hostileList,
  },
  { requiredKeys: [], noNullPrototype: false },
);
const anything = fc.oneof(fc.jsonValue(), hostilePayload);

function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}

/** Freezes an input as a whole, so that whoever writes into it throws. */
function freezeDeeply<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freezeDeeply);
  }
  return value;
}

function sourcesOf({ sessionResults, currentConnections }: ConnectSession): (readonly Source[])[] {
  return [sessionResults.connectedSources, sessionResults.disconnectedSources, currentConnections];
}

describe("whatever arrives, normalizeSession", () => {
  it("gives a deeply frozen session for an object and nothing for anything else", () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const session = normalizeSession(raw);

        const isObject = typeof raw === "object" && raw !== null && !Array.isArray(raw);
        expect(session !== undefined).toBe(isObject);
        expect(isDeeplyFrozen(session)).toBe(true);
      }),
    );
  });

  it("gives sources with ids that are unique and never empty", () => {
    fc.assert(
      fc.property(anything, (raw) => {
        for (const sources of sourcesOf(normalizeSession(raw) ?? emptySession())) {
          const ids = sources.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          for (const { id, name } of sources)
            expect([id, name]).toEqual([id.trim() || "a text", name.trim() || "a text"]);
        }
      }),
    );
  });

  it("writes nothing into its input", () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const before = fc.stringify(raw);

        normalizeSession(freezeDeeply(raw));

        expect(fc.stringify(raw)).toBe(before);
      }),
    );
  });

  it("gives the same for its own result", () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const once = normalizeSession(raw);

        expect(normalizeSession(once)).toEqual(once);
      }),
    );
  });

  it("gives the same for what has travelled as JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        expect(normalizeSession(JSON.parse(JSON.stringify(raw)))).toEqual(normalizeSession(raw));
      }),
    );
  });

  it("leaves every list that it does not hold as it was", () => {
    const before = normalizeSession(
      sessionOf({
        connected: [clinic],
        disconnected: [pharmacy],
        requested: [request],
        current: [clinic],
        providers: [request],
      }),
    )!;

    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 30 }), fc.jsonValue()), (unknownFields) => {
        expect(readSession(unknownFields, before)).toEqual(before);
      }),
    );
  });
});
