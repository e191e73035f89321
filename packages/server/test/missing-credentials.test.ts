import { describe, expect, it, vi } from "vitest";
import { createHumanityClient } from "../src/humanity.js";
import { createHumanApi, createNotificationHandler, createTokenHandler, type HumanApiOptions } from "../src/index.js";
import { createLogBook, outcomeOf, secret } from "./support/support.js";

/** What a variable holds that is not set, and what templates and files make of one. */
const nothings = [undefined, null, "", "  "] as unknown as string[];
const url = "https://app.example.com/api";
const post = (): Request => new Request(url, { method: "POST" });
const create = (options: Partial<HumanApiOptions>) =>
  createHumanApi({
    clientId: "client-id",
    clientSecret: secret,
    fetch: () => Promise.reject(new Error("Human API was asked")),
    onLog: () => {},
    ...options,
  });

describe.each([
  ["clientId", "HUMAN_API_CLIENT_ID"],
  ["clientSecret", "HUMAN_API_CLIENT_SECRET"],
])("createHumanApi without %s", (option, variable) => {
  it.each(nothings)("(%j) is made, and fails with the first call, which names the variable", async (nothing) => {
    const humanApi = create({ [option]: nothing });

    for (const outcome of await Promise.all([
      outcomeOf(humanApi.connectToken("jane")),
      outcomeOf(humanApi.sessionToken("jane")),
      outcomeOf(humanApi.idToken("jane")),
      outcomeOf(humanApi.accessToken("jane")),
      outcomeOf(humanApi.hip.accessToken("jane")),
      outcomeOf(humanApi.hip.clientToken()),
      outcomeOf(humanApi.remembered("jane")),
      outcomeOf(humanApi.forget("jane")),
      outcomeOf(humanApi.legacy.publicToken("human")),
      outcomeOf(humanApi.legacy.finalize({ humanId: "h", clientId: "client-id", sessionToken: "s" }, "jane")),
      outcomeOf(humanApi.data("jane").list("profile").pages()[Symbol.asyncIterator]().next()),
    ])) {
      expect(outcome).toMatchObject({ code: "credentials-missing", retryable: false });
      expect(String(outcome)).toContain(option);
      expect(String(outcome)).toContain(variable);
    }
  });

  it("answers each call of the token endpoint with 500, and tells answer and log which variable it is", async () => {
    const { onLog, records } = createLogBook();
    const handle = createTokenHandler({ humanApi: create({ [option]: "" }), identify: () => "jane", onLog });

    const response = await handle(post());

    expect(response.status).toBe(500);
    const message = expect.stringContaining(variable) as string;
    expect(await response.json()).toEqual({ error: { code: "credentials-missing", message } });
    expect(records).toEqual([expect.objectContaining({ level: "error", event: "token-answered", message })]);
  });
});

it("names all that is missing at once, keys of the store among them", async () => {
  const keys = [{ id: "k", key: undefined as unknown as string }];
  const humanApi = create({ clientId: "", clientSecret: undefined as unknown as string, encryptionKeys: keys });

  const message = String(await outcomeOf(humanApi.connectToken("jane")));

  for (const name of ["HUMAN_API_CLIENT_ID", "HUMAN_API_CLIENT_SECRET", "encryptionKeys"])
    expect(message).toContain(name);
});

it.each(nothings)("keeps nothing unencrypted when the key is %j", async (key) => {
  const store = { get: vi.fn(), set: vi.fn(), delete: vi.fn() };
  const fetch = vi.fn(() => Promise.resolve(Response.json({ session_token: "s", human_id: "h", expires_in: 3600 })));

  const outcome = await outcomeOf(create({ store, fetch, encryptionKeys: [{ id: "k", key }] }).connectToken("jane"));

  expect(outcome).toMatchObject({ code: "credentials-missing" });
  expect([store.get, store.set, fetch].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
});

it.each(["authUrl", "userUrl", "dataUrl"])("takes an empty %s for one that is not set", async (name) => {
  expect(() => create({ [name]: "" })).not.toThrow();
});

it.each(nothings)(
  "the notification endpoint answers 500 when its secret is %j, signed or not",
  async (clientSecret) => {
    for (const signature of [
      "unsigned",
      { timestamp: { header: "t" }, nonce: { header: "n" }, encoding: "hex" },
    ] as const) {
      const { onLog, records } = createLogBook();
      const heard = vi.fn();
      const handle = createNotificationHandler({ clientSecret, signature, onNotification: heard, onLog });

      const response = await handle(new Request(url, { method: "POST", body: '{"eventId":"e"}' }));

      expect(response.status).toBe(500);
      expect(await response.text()).toContain("HUMAN_API_CLIENT_SECRET");
      expect(records).toEqual([expect.objectContaining({ level: "error", code: "credentials-missing" })]);
      expect(heard).not.toHaveBeenCalled();
    }
  },
);

it.each(["clientId", "clientSecret", "username", "password"])("Humanity's client names a missing %s", async (name) => {
  const account = { clientId: "c", clientSecret: "s", username: "u", password: "p", [name]: "" };
  const humanity = createHumanityClient({ ...account, fetch: () => Promise.reject(new Error("asked")) });

  for (const outcome of [await outcomeOf(humanity.accessToken()), await outcomeOf(humanity.fetch("/me"))]) {
    expect(outcome).toBeInstanceOf(TypeError);
    expect(String(outcome)).toContain(name);
  }
});
