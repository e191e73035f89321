import { describe, expect, it } from "vitest";
import { junkMessages } from "../../page/state/junk.js";
import { locate } from "../../page/host/location.js";
import { buildMessage, isTokenStatus, type Report } from "../../page/state/messages.js";
import { readRequest } from "../../page/screens/request-form.js";

const requested = {
  physician: "Dr. Example",
  healthSystem: "",
  address: "1 Some Street",
  website: "",
  location: { latitude: 30, longitude: -90 },
};
// As the page holds it: more than the wire may carry.
const stored = { id: "5".repeat(24), name: "Stridewell", kind: "wearable", connectedAt: "2030-01-01T00:00:00.000Z" };
const source = { id: stored.id, name: stored.name };
const gone = { id: "6".repeat(24), name: "Velofinch" };
const report: Report = {
  history: { connected: [stored, gone], disconnected: [gone], requested: [requested] },
  connections: [stored],
  requestedProviders: [requested],
};
const payload = {
  sessionResults: { connectedSources: [source, gone], disconnectedSources: [gone], requestedSources: [requested] },
  currentConnections: [source],
  requestedProviders: [requested],
};

describe("buildMessage", () => {
  it.each([
    [{ name: "connect-source" }, "hapi-connect-connect-source", "CONNECTED_SOURCE"],
    [{ name: "disconnect-source" }, "hapi-connect-disconnect-source", "DISCONNECTED_SOURCE"],
    [{ name: "close", status: "SUCCESS" }, "hapi-connect-close", "SUCCESS"],
    [{ name: "close", status: "SESSION_TOKEN_EXPIRED" }, "hapi-connect-close", "SESSION_TOKEN_EXPIRED"],
  ] as const)("names %o on the wire and carries ids and names alone", (kind, type, status) => {
    expect(buildMessage(kind, report, null)).toStrictEqual({ type, status, ...payload });
  });

  it("uses the 1.x names and no status in the scenario v1-names", () => {
    expect(buildMessage({ name: "connect-source" }, report, "v1-names")).toStrictEqual({
      type: "hapi-connect-connect-source",
      sessionResults: { connected: [source, gone], disconnected: [gone] },
      connections: [source],
    });
  });

  it("leaves a close without results in the scenario abnormal-close, and no other message", () => {
    expect(buildMessage({ name: "close", status: "SUCCESS" }, report, "abnormal-close")).toStrictEqual({
      type: "hapi-connect-close",
      status: "SUCCESS",
    });
    expect(buildMessage({ name: "connect-source" }, report, "abnormal-close")).toMatchObject(payload);
  });

  it("tells nothing of what is connected before it knows that", () => {
    expect(buildMessage({ name: "close", status: "SUCCESS" }, undefined, null)).toStrictEqual({
      type: "hapi-connect-close",
      status: "SUCCESS",
    });
  });

  it("takes the service's refusals alone for a status of close", () => {
    expect(isTokenStatus("SESSION_TOKEN_INVALID")).toBe(true);
    expect(isTokenStatus("SUCCESS")).toBe(false);
    expect(isTokenStatus("UNREACHABLE")).toBe(false);
  });
});

describe("junkMessages", () => {
  it("can all be posted and none of them is one of Connect's three messages", () => {
    const meaningful = new Set(["connect-source", "disconnect-source", "close"]);
    for (const junk of junkMessages) {
      expect(structuredClone(junk)).toStrictEqual(junk);
      const type = typeof junk === "object" && junk !== null && "type" in junk ? junk.type : undefined;
      expect(meaningful.has(String(type).replace("hapi-connect-", ""))).toBe(false);
    }
  });
});

describe("readRequest", () => {
  const fields = { physician: " Dr. Example ", healthSystem: "", address: "1 Some Street", website: "example.org" };

  it("trims, completes the web address and adds the place of the address", () => {
    expect(readRequest(fields)).toStrictEqual({
      provider: {
        physician: "Dr. Example",
        healthSystem: "",
        address: "1 Some Street",
        website: "https://example.org/",
        location: locate("1 Some Street"),
      },
    });
  });

  it.each([
    ["physician", " "],
    ["address", ""],
    ["website", "nonsense"],
    ["website", "javascript:alert(1)"],
    ["website", "ftp://example.org"],
    ["website", "two words.org"],
    ["healthSystem", "x".repeat(501)],
  ] as const)("asks to mend %s when it is %j", (name, value) => {
    expect(Object.keys(readRequest({ ...fields, [name]: value }).errors ?? {})).toStrictEqual([name]);
  });

  it("does without a web address", () => {
    expect(readRequest({ ...fields, website: "" })).toMatchObject({ provider: { website: "" } });
  });
});

describe("locate", () => {
  it("gives the same address the same place, however it is typed", () => {
    expect(locate("1 Some  Street ")).toStrictEqual(locate("1 some street"));
  });

  it("gives addresses one letter apart different places, all within the map", () => {
    const places = Array.from({ length: 200 }, (_, number) => locate(`${number} Some Street`));
    expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(200);
    for (const { latitude, longitude } of places) {
      expect(latitude).toBeGreaterThanOrEqual(25);
      expect(latitude).toBeLessThanOrEqual(49);
      expect(longitude).toBeGreaterThanOrEqual(-124);
      expect(longitude).toBeLessThanOrEqual(-67);
    }
  });
});
