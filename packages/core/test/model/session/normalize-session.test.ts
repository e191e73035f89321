import { describe, expect, it } from "vitest";
import { normalizeSession } from "../../../src/model/session.js";
import { clinic, pharmacy, request, sessionOf, wearable } from "./sessions.js";

const nothing = {
  sessionResults: { connectedSources: [], disconnectedSources: [], requestedSources: [] },
  currentConnections: [],
  requestedProviders: [],
};

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

  it.each([undefined, null, true, 5, "text", Symbol("s"), [], [{ currentConnections: [clinic] }], () => nothing])(
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
