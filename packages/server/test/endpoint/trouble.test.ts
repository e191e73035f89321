import { describe, expect, it } from "vitest";
import { createTokenHandler, type HumanApi, HumanApiError } from "../../src/index.js";
import { countCalls, createApi, createApiOn, createLogBook, startSandbox, startService } from "../support/support.js";
import { endpoint, handlerOf, read, toRequest } from "./endpoint.js";

describe("trouble", () => {
  it.each<[string, { user?: string; options?: object }, number, string]>([
    ["the service fails", { user: "jane+token-500" }, 503, "upstream-failed"],
    ["the service hangs up", { user: "jane+token-drop" }, 503, "upstream-unreachable"],
    ["the service is not there", { options: { authUrl: "http://127.0.0.1:1" } }, 503, "upstream-unreachable"],
    ["the secret is wrong", { options: { clientSecret: "wrong" } }, 502, "invalid-client-id-or-secret"],
    ["the client id is wrong", { options: { clientId: "wrong" } }, 502, "invalid-client-id"],
  ])("is told when %s", async (_, { user = "jane", options }, status, code) => {
    const sandbox = await startSandbox();
    const { onLog, records } = createLogBook();

    const response = await handlerOf(createApi(sandbox, options), { identify: () => user, onLog })(toRequest({}));

    expect(response.status).toBe(status);
    expect(await read(response)).toEqual({ error: { code, message: expect.any(String) } });
    expect(records).toEqual([
      expect.objectContaining({ level: status === 502 ? "error" : "warn", status, code, message: expect.any(String) }),
    ]);
  });

  it("of the service reaches no browser with the service's own words", async () => {
    const { url } = await startService({
      status: 500,
      json: { errorCode: "X", message: "stack of their server" },
      headers: { "x-powered-by": "theirs" },
    });

    const response = await handlerOf(createApiOn(url))(toRequest({}));

    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain("their");
    expect(response.headers.has("x-powered-by")).toBe(false);
  });

  it("that asks for patience says how much", async () => {
    const { url } = await startService({ status: 429, headers: { "retry-after": "120" } });

    const response = await handlerOf(createApiOn(url))(toRequest({}));

    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "120"]);
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      "throws",
      () => {
        throw new Error("session table is gone");
      },
      /session table is gone/,
    ],
    ["rejects", () => Promise.reject(new TypeError("no cookie")), /no cookie/],
    ["returns a number", () => 7, /The user is a number/],
    ["returns an empty text", () => "", /id is empty/],
    ["returns a blank", () => "  ", /id is empty/],
    ["returns what a template made of nothing", () => `${undefined}`, /the string "undefined"/],
    ["returns what a template made of an object", () => String({}), /\[object Object\]/],
    ["returns a whole user", () => ({ id: 7 }), /id is undefined/],
    ["returns a user whose id is a number", () => ({ clientUserId: 7 }), /id is a number/],
    ["returns half a character", () => "jane\ud83e", /well-formed/],
  ])("of identify is told to the log when it %s", async (_, identify, expected) => {
    const sandbox = await startSandbox();
    const { onLog, records } = createLogBook();

    const response = await handlerOf(createApi(sandbox), { identify: identify as never, onLog })(toRequest({}));

    expect(response.status).toBe(500);
    expect(await read(response)).toEqual({ error: { code: "server-failed", message: expect.any(String) } });
    expect(records[0]).toMatchObject({
      level: "error",
      event: "handler-failed",
      error: { message: expect.stringMatching(expected) },
    });
    expect(countCalls(sandbox)).toBe(0);
  });

  it("of a client that has gone is no trouble", async () => {
    const sandbox = await startSandbox({
      wait: (_, signal) => new Promise((resolve) => signal.addEventListener("abort", () => resolve())),
    });
    const controller = new AbortController();
    const { onLog, records } = createLogBook();
    const handle = handlerOf(createApi(sandbox), { identify: () => "jane+token-slow", onLog });

    const answered = handle(new Request(endpoint, { method: "POST", signal: controller.signal }));
    await expect.poll(() => countCalls(sandbox)).toBe(1);
    controller.abort();

    expect((await answered).status).toBe(499);
    expect(records).toEqual([expect.objectContaining({ level: "info", code: "client-gone" })]);
  });

  it("of ours that nobody expected stays inside", async () => {
    const humanApi = {
      connectToken: () => Promise.reject(new Error("jane@example.org Bearer abcdef")),
    } as unknown as HumanApi;
    const { onLog, records } = createLogBook();

    const response = await handlerOf(humanApi, { onLog })(toRequest({}));

    expect(await response.text()).not.toContain("jane");
    expect(JSON.stringify(records)).not.toContain("abcdef");
  });
});

it("says at once what it is missing", () => {
  const humanApi = { connectToken: () => {} } as unknown as HumanApi;

  expect(() => createTokenHandler({ identify: () => null } as never)).toThrow(/no humanApi/);
  expect(() => createTokenHandler({ humanApi } as never)).toThrow(/no identify/);
});

it("writes no record that holds a token, a secret or a user's id", async () => {
  const sandbox = await startSandbox({ clientSecret: "a-secret-that-nobody-logs" });
  const { onLog, records } = createLogBook();
  const humanApi = createApi(sandbox, {
    onLog,
    store: {
      get: () => {
        throw new Error("GET token=abc123 failed");
      },
      set: () => {},
      delete: () => {},
    },
  });
  const handle = handlerOf(humanApi, { onLog, identify: () => "jane-of-the-secret-id" });

  const { session_token } = (await read(await handle(toRequest({})))) as { session_token: string };
  await handlerOf(createApi(sandbox, { onLog, clientSecret: "another-that-is-wrong" }), { onLog })(toRequest({}));

  expect(records.map(({ event }) => event)).toEqual([
    "store-failed",
    "upstream-answered",
    "token-answered",
    "upstream-failed",
    "token-answered",
  ]);
  for (const hidden of [
    session_token,
    "a-secret-that-nobody-logs",
    "another-that-is-wrong",
    "jane-of-the-secret-id",
    "abc123",
  ])
    expect(JSON.stringify(records)).not.toContain(hidden);
  expect(HumanApiError.prototype).toBeInstanceOf(Error);
});
