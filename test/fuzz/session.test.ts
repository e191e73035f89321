import assert from "node:assert/strict";
import fc from "fast-check";
import { describe } from "vitest";
import {
  joinSessions,
  newSources,
  normalizeSession,
  readSession,
  type ConnectSession,
  type RequestedSource,
  type Source,
} from "../../packages/core/src/model/session.js";
import { hostileClone, objectOf } from "./arbitraries.ts";
import { fuzz } from "./runs.ts";
import { assertNoPollution, freezeDeeply, isRecord } from "./verdicts.ts";

const lists = ["connectedSources", "connected", "disconnectedSources", "disconnected", "requestedSources"];
const outer = ["sessionResults", "currentConnections", "connections", "requestedProviders"];
const inner = ["id", "name", "address", "healthSystem", "physician", "website", "location", "latitude", "longitude"];

const id = fc.constantFrom<unknown>("a", " a ", "b", "c", "__proto__", 7, "", null);
const source = fc.oneof(
  { arbitrary: fc.record({ id, name: id }, { requiredKeys: [] }), weight: 4 },
  { arbitrary: hostileClone(...inner), weight: 1 },
);
const list = fc.oneof(
  { arbitrary: fc.array(source, { maxLength: 4, size: "max" }), weight: 4 },
  { arbitrary: hostileClone(...inner), weight: 1 },
);
const payload = fc.oneof(
  { arbitrary: objectOf([...lists, ...outer], fc.oneof(list, objectOf(lists, list))), weight: 5 },
  { arbitrary: hostileClone(...lists, ...outer, ...inner), weight: 1 },
);
const session = payload.map((raw) => normalizeSession(raw) ?? normalizeSession({})!);

function assertSound(session: ConnectSession): void {
  const { sessionResults, currentConnections, requestedProviders } = session;
  assert.equal(Object.keys(session).join(), "sessionResults,currentConnections,requestedProviders");
  assert.ok(Object.isFrozen(session) && Object.isFrozen(sessionResults));
  for (const list of [sessionResults.connectedSources, sessionResults.disconnectedSources, currentConnections])
    assertSources(list);
  for (const list of [sessionResults.requestedSources, requestedProviders]) assertRequests(list);
}

/** Sessions hold texts, finite numbers and lists, in an order of their own: as JSON they are compared ten times as fast. */
function assertSame(one: ConnectSession, other: ConnectSession): void {
  assert.equal(JSON.stringify(one), JSON.stringify(other));
}

function assertSources(list: readonly Source[]): void {
  assert.ok(Array.isArray(list) && Object.isFrozen(list));
  assert.equal(new Set(list.map(({ id }) => id)).size, list.length, "an id stands twice");
  for (const one of list) {
    assert.ok(Object.isFrozen(one) && Object.keys(one).join() === "id,name");
    for (const text of [one.id, one.name]) assert.ok(typeof text === "string" && text !== "" && text === text.trim());
  }
}

function assertRequests(list: readonly RequestedSource[]): void {
  assert.ok(Array.isArray(list) && Object.isFrozen(list));
  for (const one of list) {
    const { location, ...texts } = one;
    assert.ok(Object.isFrozen(one) && Object.keys(texts).join() === "address,healthSystem,physician,website");
    assert.ok(Object.values(texts).every((text) => typeof text === "string"));
    if (location) assert.ok(Object.isFrozen(location) && Object.values(location).every(Number.isFinite));
  }
}

describe("the normaliser of sessions", () => {
  fuzz("normalizeSession", "gives a sound session for an object, nothing for anything else", payload, (raw) => {
    const session = normalizeSession(freezeDeeply(raw));

    assert.equal(session !== undefined, isRecord(raw));
    if (session) assertSound(session);
    assertNoPollution();
  });

  fuzz("normalizeSession", "gives back a session of its own unchanged", session, (once) => {
    assertSame(normalizeSession(once)!, once);
  });

  fuzz("readSession", "keeps what the payload leaves out", fc.tuple(payload, session), ([raw, before]) => {
    const after = readSession(raw, before);

    assert.equal(after !== undefined, isRecord(raw));
    if (!after || !isRecord(raw)) return;
    assertSound(after);
    const results = isRecord(raw["sessionResults"]) ? raw["sessionResults"] : raw;
    const names = [
      ["connectedSources", "connected"],
      ["disconnectedSources", "disconnected"],
      ["requestedSources", "requestedSources"],
    ] as const;
    for (const [name, older] of names) {
      if (!Array.isArray(results[name]) && !Array.isArray(results[older]))
        assert.equal(after.sessionResults[name], before.sessionResults[name]);
    }
    if (!Array.isArray(raw["requestedProviders"])) assert.equal(after.requestedProviders, before.requestedProviders);
  });

  fuzz(
    "joinSessions",
    "loses nothing and does not care how it is nested",
    fc.tuple(session, session, session),
    (three) => {
      const [first, second, third] = three;
      const joined = joinSessions(joinSessions(first, second), third);

      assertSound(joined);
      assertSame(joined, joinSessions(first, joinSessions(second, third)));
      assert.equal(joined.currentConnections, third.currentConnections);
      for (const { sessionResults } of three) {
        assert.deepEqual(newSources(sessionResults.connectedSources, joined.sessionResults.connectedSources), []);
        assert.deepEqual(newSources(sessionResults.disconnectedSources, joined.sessionResults.disconnectedSources), []);
      }
    },
  );
});
