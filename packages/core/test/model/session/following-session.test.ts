import { describe, expect, it } from "vitest";
import {
  emptySession,
  joinSessions,
  newSources,
  normalizeSession,
  readSession,
  type Source,
} from "../../../src/model/session.js";
import { clinic, pharmacy, request, sessionOf, wearable } from "./sessions.js";

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
