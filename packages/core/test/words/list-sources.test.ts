import { describe, expect, it } from "vitest";
import { describeSource, listSources, type SourceStatus } from "../../src/words/list-sources.js";
import { normalizeSession, type ConnectSession } from "../../src/model/session.js";
import type { HumanConnectState } from "../../src/model/state.js";

const clinic = { id: "c1", name: "Clinic" };
const pharmacy = { id: "p1", name: "Pharmacy" };
const wearable = { id: "w1", name: "Wearable" };

const session = normalizeSession({
  sessionResults: {
    connectedSources: [pharmacy],
    disconnectedSources: [wearable, pharmacy],
    requestedSources: [{ physician: "Dr. Grey" }, { website: "mercy.example" }, {}],
  },
  currentConnections: [clinic, pharmacy],
  requestedProviders: [{ healthSystem: "Mercy" }, { physician: "Dr. Grey" }, { address: "1 Main St" }],
}) as ConnectSession;
const closed: HumanConnectState = {
  status: "closed",
  reason: "finished",
  session,
  currentConnections: session.currentConnections,
};

describe("listSources", () => {
  it("lists what is connected now, and tells what this session has added", () => {
    expect(listSources(closed)).toEqual([
      { ...clinic, status: "connected" },
      { ...pharmacy, status: "added" },
    ]);
  });

  it("goes on, in detail, with what is gone and what was asked for, each once", () => {
    expect(listSources(closed, true).map(({ name, status }) => [name, status])).toEqual([
      ["Clinic", "connected"],
      ["Pharmacy", "added"],
      ["Wearable", "disconnected"],
      ["Mercy", "requested"],
      ["Dr. Grey", "requested"],
      ["1 Main St", "requested"],
      ["mercy.example", "requested"],
    ]);
  });

  it("gives every entry an id of its own", () => {
    const ids = listSources(closed, true).map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
  });

  it("needs no session", () => {
    expect(listSources({ status: "idle", currentConnections: [clinic] }, true)).toEqual([
      { ...clinic, status: "connected" },
    ]);
    expect(listSources({ status: "loading", currentConnections: [] }, true)).toEqual([]);
  });
});

describe("describeSource", () => {
  const words = (status: SourceStatus, locale = "en", labels: object = {}): string =>
    describeSource({ ...clinic, status }, { locale, labels });

  it("says each state in the language of the options", () => {
    expect((["connected", "added", "disconnected", "requested"] as const).map((status) => words(status))).toEqual([
      "Connected",
      "Just connected",
      "Disconnected",
      "Requested",
    ]);
    expect(words("added", "es-MX")).toBe("Recién conectada");
  });

  it("says it in the customer's words", () => {
    expect(words("added", "en", { statusAdded: "New" })).toBe("New");
  });
});
