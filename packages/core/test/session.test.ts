import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptySession,
  joinSessions,
  newSources,
  normalizeSession,
  readSession,
  type ConnectSession,
  type Source,
} from "../src/session.js";

const clinic = { id: "5f0000000000000000000001", name: "Clinic" };
const pharmacy = { id: "5f0000000000000000000002", name: "Pharmacy" };
const wearable = { id: "5f0000000000000000000003", name: "Wearable" };

const request = {
  address: "1 Main St",
  healthSystem: "Mercy",
  physician: "Dr. Grey",
  website: "https://mercy.example",
  location: { latitude: 47.6, longitude: -122.3 },
};

const nothing = {
  sessionResults: { connectedSources: [], disconnectedSources: [], requestedSources: [] },
  currentConnections: [],
  requestedProviders: [],
};

/** A session with the given parts, everything else empty. */
function sessionOf(parts: {
  connected?: object[];
  disconnected?: object[];
  requested?: object[];
  current?: object[];
  providers?: object[];
}): object {
  return {
    sessionResults: {
      connectedSources: parts.connected ?? [],
      disconnectedSources: parts.disconnected ?? [],
      requestedSources: parts.requested ?? [],
    },
    currentConnections: parts.current ?? [],
    requestedProviders: parts.providers ?? [],
  };
}

describe("normalizeSession", () => {
  it.each<[name: string, raw: unknown, expected: object]>([
    [
      "reads the names of client 2.x",
      {
        type: "hapi-connect-close",
        status: "SUCCESS",
        sessionResults: { connectedSources: [clinic], disconnectedSources: [pharmacy], requestedSources: [request] },
        currentConnections: [clinic, wearable],
        requestedProviders: [request],
      },
      sessionOf({
        connected: [clinic],
        disconnected: [pharmacy],
        requested: [request],
        current: [clinic, wearable],
        providers: [request],
      }),
    ],
    [
      "reads the names of client 1.x",
      { sessionResults: { connected: [clinic], disconnected: [pharmacy] }, connections: [clinic] },
      sessionOf({ connected: [clinic], disconnected: [pharmacy], current: [clinic] }),
    ],
    [
      "reads results that lie beside the connections",
      { connected: [clinic], disconnected: [pharmacy], connections: [clinic] },
      sessionOf({ connected: [clinic], disconnected: [pharmacy], current: [clinic] }),
    ],
    [
      "reads a mixture of both ages",
      { sessionResults: { connected: [clinic], disconnectedSources: [pharmacy] }, currentConnections: [clinic] },
      sessionOf({ connected: [clinic], disconnected: [pharmacy], current: [clinic] }),
    ],
    [
      "prefers the names of client 2.x",
      {
        sessionResults: { connectedSources: [clinic], connected: [pharmacy] },
        currentConnections: [clinic],
        connections: [pharmacy],
      },
      sessionOf({ connected: [clinic], current: [clinic] }),
    ],
    [
      "falls back to a name of 1.x when that of 2.x holds no list",
      {
        sessionResults: { connectedSources: null, connected: [clinic] },
        currentConnections: "none",
        connections: [clinic],
      },
      sessionOf({ connected: [clinic], current: [clinic] }),
    ],
    [
      "reads an abnormal close, which has no results",
      { type: "hapi-connect-close", status: "SESSION_TOKEN_EXPIRED" },
      nothing,
    ],
    ["reads an empty object", {}, nothing],
    [
      "ignores results that are no object",
      { sessionResults: [clinic], currentConnections: [clinic] },
      sessionOf({ current: [clinic] }),
    ],
    [
      "ignores lists that are no lists",
      { sessionResults: { connectedSources: { 0: clinic, length: 1 } }, currentConnections: "clinic" },
      nothing,
    ],
    [
      "ignores entries that are no objects",
      { currentConnections: [null, 5, "clinic", [clinic], undefined, clinic] },
      sessionOf({ current: [clinic] }),
    ],
    [
      "ignores a source that has neither id nor name",
      { currentConnections: [{}, { id: "", name: "  " }, { id: null, name: {} }] },
      nothing,
    ],
    [
      "gives a source without an id its name as the id",
      { currentConnections: [{ name: "Clinic" }] },
      sessionOf({ current: [{ id: "Clinic", name: "Clinic" }] }),
    ],
    [
      "gives a source without a name its id as the name",
      { currentConnections: [{ id: "c1" }] },
      sessionOf({ current: [{ id: "c1", name: "c1" }] }),
    ],
    [
      "reads a number as an id",
      { currentConnections: [{ id: 7, name: "Clinic" }] },
      sessionOf({ current: [{ id: "7", name: "Clinic" }] }),
    ],
    [
      "trims ids and names",
      { currentConnections: [{ id: " c1 ", name: "\tClinic\n" }] },
      sessionOf({ current: [{ id: "c1", name: "Clinic" }] }),
    ],
    [
      "keeps nothing of a source but its id and name",
      { currentConnections: [{ ...clinic, token: "secret" }] },
      sessionOf({ current: [clinic] }),
    ],
    [
      "keeps the latest name of a source that comes twice",
      { currentConnections: [{ id: "c1", name: "Old" }, pharmacy, { id: "c1", name: "New" }] },
      sessionOf({ current: [{ id: "c1", name: "New" }, pharmacy] }),
    ],
    [
      "makes every text of a request present",
      { requestedProviders: [{ physician: "Dr. Grey" }] },
      sessionOf({ providers: [{ address: "", healthSystem: "", physician: "Dr. Grey", website: "" }] }),
    ],
    [
      "drops a location that is incomplete",
      { requestedProviders: [{ ...request, location: { latitude: 1 } }] },
      sessionOf({
        providers: [
          { address: "1 Main St", healthSystem: "Mercy", physician: "Dr. Grey", website: "https://mercy.example" },
        ],
      }),
    ],
    [
      "drops a location that is no number",
      { requestedProviders: [{ location: { latitude: "47.6", longitude: Number.NaN } }] },
      sessionOf({ providers: [{ address: "", healthSystem: "", physician: "", website: "" }] }),
    ],
    [
      "keeps requests that look the same apart",
      { requestedProviders: [request, request] },
      sessionOf({ providers: [request, request] }),
    ],
    [
      "derives the connections from the results when it is told none",
      { sessionResults: { connectedSources: [clinic, pharmacy], disconnectedSources: [pharmacy] } },
      sessionOf({ connected: [clinic, pharmacy], disconnected: [pharmacy], current: [clinic] }),
    ],
  ])("%s", (_name, raw, expected) => {
    expect(normalizeSession(raw)).toEqual(expected);
  });

  it.each([undefined, null, true, 5, "text", Symbol("s"), [], [{ currentConnections: [clinic] }], () => clinic])(
    "gives nothing for %s",
    (raw) => {
      expect(normalizeSession(raw)).toBeUndefined();
    },
  );

  it.each([
    '{"__proto__":{"currentConnections":[{"id":"x","name":"x"}]}}',
    '{"constructor":{"prototype":{"currentConnections":[{"id":"x","name":"x"}]}}}',
    '{"sessionResults":{"__proto__":{"connectedSources":[{"id":"x","name":"x"}]}}}',
    '{"currentConnections":[{"__proto__":{"id":"x","name":"x"}}]}',
  ])("reads nothing through %s", (json) => {
    expect(normalizeSession(JSON.parse(json))).toEqual(nothing);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each(["__proto__", "constructor", "hasOwnProperty", "toString"])("takes %s for an id like any other", (id) => {
    expect(normalizeSession({ currentConnections: [{ id, name: "Odd" }, clinic, { id, name: "Odder" }] })).toEqual(
      sessionOf({ current: [{ id, name: "Odder" }, clinic] }),
    );
  });
});

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

describe("readSession", () => {
  const before = normalizeSession(
    sessionOf({
      connected: [clinic],
      disconnected: [pharmacy],
      requested: [request],
      current: [clinic, wearable],
      providers: [request],
    }),
  )!;

  it.each<[name: string, raw: object, expected: object]>([
    [
      "replaces a list that is there",
      { currentConnections: [pharmacy] },
      { ...before, currentConnections: [pharmacy] },
    ],
    ["replaces a list by an empty one", { currentConnections: [] }, { ...before, currentConnections: [] }],
    [
      "adds what was connected since to the connections",
      { sessionResults: { connectedSources: [clinic, pharmacy] } },
      {
        ...before,
        sessionResults: { ...before.sessionResults, connectedSources: [clinic, pharmacy] },
        currentConnections: [clinic, wearable, pharmacy],
      },
    ],
    [
      "takes what was disconnected since from the connections",
      { sessionResults: { disconnectedSources: [pharmacy, wearable] } },
      {
        ...before,
        sessionResults: { ...before.sessionResults, disconnectedSources: [pharmacy, wearable] },
        currentConnections: [clinic],
      },
    ],
    ["adds no source that was connected before already", { sessionResults: { connectedSources: [clinic] } }, before],
    ["replaces the requests alone", { requestedProviders: [] }, { ...before, requestedProviders: [] }],
  ])("%s", (_name, raw, expected) => {
    expect(readSession(raw, before)).toEqual(expected);
  });

  it("gives nothing for what is no object, whatever was before", () => {
    expect(readSession([clinic], before)).toBeUndefined();
  });
});

describe("emptySession", () => {
  it("starts with the connections that are known and nothing else", () => {
    expect(emptySession([clinic])).toEqual(sessionOf({ current: [clinic] }));
  });

  it("neither freezes nor keeps the list that it was given", () => {
    const known = [clinic];

    const session = emptySession(known);
    known.push(pharmacy);

    expect(session.currentConnections).toEqual([clinic]);
    expect(Object.isFrozen(session.currentConnections)).toBe(true);
  });
});

describe("newSources", () => {
  it.each<[now: Source[], before: Source[], added: Source[]]>([
    [[], [], []],
    [[clinic], [], [clinic]],
    [[clinic], [clinic], []],
    [[clinic], [{ ...clinic, name: "Renamed" }], []],
    [[clinic, pharmacy, wearable], [pharmacy], [clinic, wearable]],
    [[], [clinic], []],
  ])("finds among %j since %j: %j", (now, before, added) => {
    expect(newSources(now, before)).toEqual(added);
  });
});

describe("joinSessions", () => {
  it("adds what happened, once each, and keeps what is connected now", () => {
    const first = normalizeSession(
      sessionOf({ connected: [clinic], disconnected: [wearable], requested: [request], current: [clinic] }),
    )!;
    const then = normalizeSession(
      sessionOf({ connected: [clinic, pharmacy], current: [clinic, pharmacy], providers: [request] }),
    )!;

    expect(joinSessions(first, then)).toEqual({
      sessionResults: {
        connectedSources: [clinic, pharmacy],
        disconnectedSources: [wearable],
        requestedSources: [request],
      },
      currentConnections: [clinic, pharmacy],
      requestedProviders: [request],
    });
  });
});
