import { describe, expect, it } from "vitest";
import { createHumanApi, type HumanApiOptions } from "../../src/index.js";
import { outcomeOf, secret } from "../support/support.js";

const sound: HumanApiOptions = { clientId: "client-id", clientSecret: secret };
const key = { id: "k", key: new Uint8Array(32) };

describe("createHumanApi", () => {
  it.each<[string, unknown]>([
    ["clientId", { clientId: 7 }],
    ["clientSecret", { clientSecret: `${secret}\n` }],
    ["authUrl", { authUrl: "http://auth.humanapi.co" }],
    ["authUrl", { authUrl: "auth.humanapi.co" }],
    ["authUrl", { authUrl: "https://user:password@auth.humanapi.co" }],
    ["authUrl", { authUrl: "https://auth.humanapi.co/?a=1" }],
    ["authUrl", { authUrl: "http://localhost.evil.example" }],
    ["userUrl", { userUrl: "ftp://user.humanapi.co" }],
    ["timeoutMs", { timeoutMs: 0 }],
    ["timeoutMs", { timeoutMs: Number.POSITIVE_INFINITY }],
    ["timeoutMs", { timeoutMs: 2 ** 31 }],
    ["storeTimeoutMs", { storeTimeoutMs: -1 }],
    ["retries", { retries: 1.5 }],
    ["retries", { retries: "2" }],
    ["renewBeforeMs", { renewBeforeMs: -1 }],
    ["store", { store: {} }],
    ["encryptionKeys", { encryptionKeys: [] }],
    ["encryptionKeys", { encryptionKeys: [{ id: "", key: key.key }] }],
    ["encryptionKeys", { encryptionKeys: [{ id: "k", key: new Uint8Array(16) }] }],
    ["encryptionKeys", { encryptionKeys: [{ id: "k", key: "not base64!" }] }],
    ["encryptionKeys", { encryptionKeys: [{ id: "k", key: btoa("too short") }] }],
    ["encryptionKeys", { encryptionKeys: [key, key] }],
  ])("names the option %s when it makes no sense, and not its value", (name, options) => {
    const create = (): unknown => createHumanApi({ ...sound, ...(options as Partial<HumanApiOptions>) });

    expect(create).toThrow(TypeError);
    expect(create).toThrow(name);
    expect(create).not.toThrow(secret);
  });

  it.each<Partial<HumanApiOptions>>([
    {},
    { authUrl: "http://localhost:4600" },
    { authUrl: "http://127.0.0.1:4600/", userUrl: "http://[::1]:4600" },
    { authUrl: "https://proxy.example.com/human-api/" },
    {
      encryptionKeys: [
        key,
        { id: "base64", key: Buffer.alloc(32).toString("base64") },
        { id: "url", key: Buffer.alloc(32, 255).toString("base64url") },
      ],
    },
    { retries: 0, renewBeforeMs: 0, timeoutMs: 1 },
  ])("takes %o", (options) => {
    expect(() => createHumanApi({ ...sound, ...options })).not.toThrow();
  });

  it("does nothing but check its options", () => {
    let calls = 0;
    createHumanApi({
      ...sound,
      fetch: () => Promise.reject(new Error(`${++calls}`)),
      store: { get: () => ++calls, set: () => ++calls, delete: () => ++calls },
    });

    expect(calls).toBe(0);
  });

  it("puts a path of its own in front of the service's", async () => {
    const urls: string[] = [];
    const humanApi = createHumanApi({
      ...sound,
      authUrl: "https://proxy.example.com/human-api//",
      retries: 0,
      onLog: () => {},
      fetch: (url) => {
        urls.push(url);
        return Promise.reject(new Error("no"));
      },
    });

    await outcomeOf(humanApi.sessionToken("jane"));

    expect(urls).toEqual(["https://proxy.example.com/human-api/v1/connect/token"]);
  });
});

describe("a user that is none", () => {
  const users: [string, unknown][] = [
    ["undefined", undefined],
    ["null", null],
    ["a number", 7],
    ["an empty text", ""],
    ["a blank", " \n"],
    ["an accident of a template", "[object Object]"],
    ["an array", ["jane"]],
    ["an object without an id", {}],
    ["an odd e-mail address", { clientUserId: "jane", clientUserEmail: 7 }],
    ["an unawaited promise", Promise.resolve("jane")],
  ];
  const humanApi = createHumanApi({ ...sound, fetch: () => Promise.reject(new Error("asked")), onLog: () => {} });

  it.each(users)("is refused with a TypeError and without a call: %s", async (_, user) => {
    for (const method of ["connectToken", "sessionToken", "idToken", "accessToken", "remembered", "forget"] as const)
      expect(await outcomeOf(humanApi[method](user as string)), method).toBeInstanceOf(TypeError);
    expect(await outcomeOf(humanApi.hip.accessToken(user as string))).toBeInstanceOf(TypeError);
  });

  it("is told apart in words, never by its value", async () => {
    const outcomes = await Promise.all(users.map(([, user]) => outcomeOf(humanApi.sessionToken(user as string))));

    for (const outcome of outcomes) expect(String(outcome)).not.toContain("jane");
  });
});
