import { describe, expect, it } from "vitest";
import { legacyClient, type LegacyClientOptions } from "../../src/legacy.js";

const options: LegacyClientOptions = { clientId: "c", clientUserId: "u", finalize: () => {} };

describe("legacyClient", () => {
  it.each<[name: string, change: object]>([
    ["clientId", { clientId: "" }],
    ["clientId", { clientId: undefined }],
    ["clientUserId", { clientUserId: " " }],
    ["clientUserId", { clientUserId: 5 }],
    ["clientUserId", { clientUserId: "\ud800" }],
    ["finalize", { finalize: undefined }],
  ])("throws a TypeError that names %s for %j", (name, change) => {
    expect(() => legacyClient({ ...options, ...change })).toThrow(
      expect.objectContaining({ name: "TypeError", message: expect.stringContaining(`legacyClient: ${name}`) }),
    );
  });

  it("makes one dialect, which remembers what was not finalized", async () => {
    const { dialect } = legacyClient(options);

    expect(await dialect!()).toBe(await dialect!());
  });
});

describe("what the old script is given", () => {
  const given = async (change: object, baseUrl = "https://connect.example", token = "p"): Promise<unknown> => {
    const dialect = await legacyClient({ ...options, ...change }).dialect!();
    return dialect.toVendorOptions({ locale: "de" }, { baseUrl, origin: baseUrl, origins: [baseUrl] }, token);
  };

  it("encodes everything once that the script pastes into a URL", async () => {
    expect(await given({ clientId: "c d", clientUserId: "a&publicToken=x#y+z é%20" }, undefined, "p&q")).toEqual({
      clientId: "c%20d",
      clientUserId: "a%26publicToken%3Dx%23y%2Bz%20%C3%A9%2520",
      publicToken: "p%26q",
      language: "de",
      _baseURL: "https://connect.example",
    });
  });

  it.each(["https://connect.example/?a=1", "https://connect.example/#a"])("refuses %s as baseUrl", async (baseUrl) => {
    await expect(given({}, baseUrl)).rejects.toMatchObject({ code: "invalid-option" });
  });
});
