import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createHumanApi, errorCodes, HumanApiError, type HumanApi, type HumanApiErrorCode } from "../../src/index.js";
import {
  countCalls,
  createApi,
  createApiOn,
  outcomeOf,
  secret,
  startSandbox,
  startService,
} from "../support/support.js";

type Call = (humanApi: HumanApi, user: string) => Promise<unknown>;

const sandboxCalls: Record<string, Call> = {
  sessionToken: (humanApi, user) => humanApi.sessionToken(user),
  idToken: (humanApi, user) => humanApi.idToken(user),
  accessToken: (humanApi, user) => humanApi.accessToken(user),
  connectToken: (humanApi, user) => humanApi.connectToken(user),
};

const finishToken = { humanId: "human-1", clientId: "client-id", sessionToken: "legacy-session" };

const allCalls: Record<string, Call> = {
  ...sandboxCalls,
  "hip.accessToken": (humanApi, user) => humanApi.hip.accessToken(user),
  "hip.clientToken": (humanApi) => humanApi.hip.clientToken(),
  "legacy.finalize": (humanApi, user) => humanApi.legacy.finalize(finishToken, user),
  "legacy.publicToken": (humanApi) => humanApi.legacy.publicToken("human-1"),
};

type Situation = "new" | "connected" | "disconnected" | "deleted";

describe("against the sandbox", () => {
  it.each<[string, Situation, unknown]>([
    [
      "sessionToken",
      "new",
      { type: "session", expiresInSeconds: 3600, humanId: expect.stringMatching(/^[0-9a-f]{32}$/) },
    ],
    ["sessionToken", "connected", { code: "not-authorized", status: 403, retryable: false }],
    ["sessionToken", "deleted", { type: "session" }],
    ["idToken", "new", { code: "unknown-client-user-id", status: 404, retryable: false }],
    ["idToken", "connected", { type: "id", expiresInSeconds: 86_400 }],
    ["idToken", "deleted", { code: "unknown-client-user-id", status: 404, retryable: false }],
    ["accessToken", "new", { code: "unknown-client-user-id", status: 404, retryable: false }],
    ["accessToken", "connected", { type: "access", expiresInSeconds: 86_400 }],
    ["accessToken", "deleted", { code: "access-token-generation-not-allowed", status: 403, retryable: false }],
    ["connectToken", "new", { type: "session", expiresInSeconds: 3600 }],
    ["connectToken", "connected", { type: "id", expiresInSeconds: 86_400 }],
    ["connectToken", "deleted", { type: "session" }],
  ])("%s for a user who is %s", async (name, situation, expected) => {
    const sandbox = await startSandbox();
    if (situation !== "new") sandbox.connectSource("jane");
    if (situation === "deleted") sandbox.deleteUser("jane");
    const now = Date.now();

    const outcome = await outcomeOf(sandboxCalls[name]!(createApi(sandbox, { now: () => now }), "jane"));

    expect(outcome).toMatchObject(expected as object);
    if (!(outcome instanceof HumanApiError))
      expect(outcome).toMatchObject({ token: expect.stringMatching(/^[\w-]{43}$/) });
  });

  const troubles: [string, { user?: string; clientId?: string; clientSecret?: string }, object, number][] = [
    ["an unknown client id", { clientId: "nobody" }, { code: "invalid-client-id", status: 401, retryable: false }, 1],
    [
      "a wrong secret",
      { clientSecret: "wrong" },
      { code: "invalid-client-id-or-secret", status: 401, retryable: false },
      1,
    ],
    ["a service that fails", { user: "jane+token-500" }, { code: "upstream-failed", status: 500, retryable: true }, 3],
    [
      "a service that hangs up",
      { user: "jane+token-drop" },
      { code: "upstream-unreachable", status: undefined, retryable: true },
      3,
    ],
  ];

  describe.each(Object.keys(sandboxCalls))("%s", (name) => {
    it.each(troubles)("meets %s", async (_, { user = "jane", ...options }, expected, calls) => {
      const sandbox = await startSandbox();

      const outcome = await outcomeOf(sandboxCalls[name]!(createApi(sandbox, options), user));

      expect(outcome).toBeInstanceOf(HumanApiError);
      expect(outcome).toMatchObject(expected);
      expect(countCalls(sandbox)).toBe(calls);
    });

    it("does not wait for ever", async () => {
      const sandbox = await startSandbox({
        wait: (_, signal) => new Promise((resolve) => signal.addEventListener("abort", () => resolve())),
      });

      const outcome = await outcomeOf(sandboxCalls[name]!(createApi(sandbox, { timeoutMs: 50 }), "jane+token-slow"));

      expect(outcome).toMatchObject({ code: "upstream-timeout", status: undefined, retryable: true });
      expect((outcome as Error).message).toContain("50 ms");
    });
  });
});

const documented = Object.entries(errorCodes).flatMap(([code, { wire }]) =>
  wire ? [[code as HumanApiErrorCode, wire] as const] : [],
);

/** Where the body of a refusal is known, or guessed, to say its code. */
const shapes: [string, (wire: string) => { json?: unknown; text?: string }][] = [
  ["errorCode", (wire) => ({ json: { errorCode: wire, message: "no" } })],
  ["code", (wire) => ({ json: { code: wire, error: "Forbidden", "x-humanapi-request-id": "request-1" } })],
  ["error", (wire) => ({ json: { error: wire } })],
  ["statusCode", (wire) => ({ json: { statusCode: wire } })],
  ["message", (wire) => ({ json: { statusCode: 403, error: "Forbidden", message: wire } })],
  ["a nested error", (wire) => ({ json: { error: { code: wire } } })],
];

describe("every documented code", () => {
  it("is in the table, and each has a sentence and a remedy", () => {
    expect(documented.map(([, wire]) => wire)).toEqual([
      "INVALID_TOKEN_TYPE",
      "ACCESS_TOKEN_GENERATION_NOT_ALLOWED",
      "CLIENT_TOKEN_GENERATION_NOT_ALLOWED",
      "INVALID_CLIENT_ID",
      "INVALID_CLIENT_ID_OR_SECRET",
      "UNKNOWN_CLIENT_USER_ID",
      "NOT_AUTHORIZED",
    ]);
    for (const { sentence, remedy } of Object.values(errorCodes))
      for (const text of [sentence, remedy]) expect(text).toMatch(/^[A-Z].*\.$/);
  });

  describe.each(Object.keys(allCalls))("%s", (name) => {
    it.each(documented)("knows %s", async (code, wire) => {
      const { url, calls } = await startService({
        status: 400,
        json: { errorCode: wire, message: "a word of theirs" },
      });

      const outcome = await outcomeOf(allCalls[name]!(createApiOn(url), "jane"));

      expect(outcome).toBeInstanceOf(HumanApiError);
      const error = outcome as HumanApiError;
      expect(error).toMatchObject({ code, status: 400, retryable: false });
      expect(error.message).toBe(`${errorCodes[code].sentence} ${errorCodes[code].remedy}`);
      expect(error.message).not.toContain("a word of theirs");
      // Nothing is tried again, save that connectToken takes a refusal of the first type for a reason to ask for the other.
      expect(calls).toHaveLength(name === "connectToken" && code === "not-authorized" ? 2 : 1);
    });
  });

  it.each(shapes)("is read from %s", async (_, toAnswer) => {
    for (const [code, wire] of documented) {
      const { url } = await startService({ status: 401, ...toAnswer(wire) });

      const outcome = await outcomeOf(createApiOn(url).idToken("jane"));

      expect(outcome).toMatchObject({ code, status: 401 });
    }
  });

  it("is read from a success status as well", async () => {
    const { url } = await startService({ status: 200, json: { error: "UNKNOWN_CLIENT_USER_ID" } });

    await expect(createApiOn(url).idToken("jane")).rejects.toMatchObject({
      code: "unknown-client-user-id",
      status: 200,
    });
  });
});

describe("any other answer", () => {
  it.each<[string, object, object]>([
    [
      "a refusal without a code",
      { status: 418, json: { error: "Teapot" } },
      { code: "upstream-refused", status: 418, message: expect.stringContaining("HTTP 418") },
    ],
    ["a refusal without a body", { status: 404, text: "" }, { code: "upstream-refused", status: 404 }],
    [
      "a refusal that is a page",
      { status: 403, text: "<h1>Forbidden</h1>" },
      { code: "upstream-refused", status: 403 },
    ],
    [
      "a refusal of unknown words",
      { status: 400, json: { errorCode: "SOMETHING_NEW" } },
      { code: "upstream-refused", status: 400 },
    ],
    [
      "a redirect",
      { status: 302, headers: { location: "https://elsewhere.example/" } },
      { code: "upstream-malformed", status: 302 },
    ],
    ["a page", { text: "<html>Sign in</html>" }, { code: "upstream-malformed", status: 200 }],
    ["nothing", { text: "" }, { code: "upstream-malformed", status: 200 }],
    ["null", { text: "null" }, { code: "upstream-malformed", status: 200 }],
    ["a list", { json: [1] }, { code: "upstream-malformed", status: 200 }],
    [
      "another type of token",
      { json: { id_token: "a-token-of-somebody", expires_in: 60 } },
      { code: "upstream-malformed", status: 200 },
    ],
    ["a blank token", { json: { session_token: "  ", expires_in: 60 } }, { code: "upstream-malformed", status: 200 }],
    [
      "a token that is a number",
      { json: { session_token: 5, expires_in: 60 } },
      { code: "upstream-malformed", status: 200 },
    ],
    ["far too much", { text: `"${"x".repeat(300_000)}"` }, { code: "upstream-malformed" }],
  ])("is told apart: %s", async (_, answer, expected) => {
    const { url, calls } = await startService(answer);

    const outcome = await outcomeOf(createApiOn(url).sessionToken("jane"));

    expect(outcome).toMatchObject({ retryable: false, ...expected });
    expect(calls).toHaveLength(1);
  });

  it.each<[string, unknown, number]>([
    ["a number", 120, 120],
    ["a text", "120", 120],
    ["missing", undefined, 60],
    ["null", null, 60],
    ["junk", "soon", 60],
    ["negative", -5, 60],
    ["without an end", 1e308, 60],
    ["an object that is no number", { toString: "" }, 60],
    ["true", true, 60],
    ["nothing left", 0, 0],
  ])("has a life, although expires_in is %s", async (_, expires_in, expected) => {
    const { url } = await startService({ json: { session_token: "t", expires_in } });
    const now = Date.now();

    expect((await createApiOn(url, { now: () => now }).sessionToken("jane")).expiresInSeconds).toBe(expected);
  });
});

describe("a request", () => {
  const common = { client_id: "client-id", client_secret: secret };
  const legacy = { clientId: "client-id", clientSecret: secret };

  it.each<[string, string, object]>([
    ["sessionToken", "/v1/connect/token", { ...common, client_user_id: "jané 🦦&x=1", type: "session" }],
    ["idToken", "/v1/connect/token", { ...common, client_user_id: "jané 🦦&x=1", type: "id" }],
    ["accessToken", "/v1/connect/token", { ...common, client_user_id: "jané 🦦&x=1", type: "access" }],
    ["hip.accessToken", "/v1/admin/token", { ...common, client_user_id: "jané 🦦&x=1", type: "access" }],
    ["hip.clientToken", "/v1/admin/token", { ...common, type: "client" }],
    ["legacy.finalize", "/v1/connect/tokens", { ...legacy, humanId: "human-1", sessionToken: "legacy-session" }],
    ["legacy.publicToken", "/v1/connect/publictokens", { ...legacy, humanId: "human-1" }],
  ])("of %s says what the service documents, and nothing else", async (name, path, body) => {
    const { url, calls } = await startService({ status: 400 });

    await outcomeOf(allCalls[name]!(createApiOn(`${url}/`), "jané 🦦&x=1"));

    expect(calls).toEqual([
      {
        path,
        body,
        headers: expect.objectContaining({ "content-type": "application/json", accept: "application/json" }),
      },
    ]);
  });

  it("tells an e-mail address with session tokens alone", async () => {
    const { url, calls } = await startService({ status: 400 });
    const humanApi = createApiOn(url);
    const user = { clientUserId: "jane", clientUserEmail: "jane@example.org" };

    await outcomeOf(humanApi.sessionToken(user));
    await outcomeOf(humanApi.idToken(user));

    expect(calls.map(({ body }) => body["client_user_email"])).toEqual(["jane@example.org", undefined]);
  });
});

describe("an answer", () => {
  it.each<[string, object, object]>([
    [
      "hip.accessToken",
      { access_token: "a", expires_in: 86_400, token_type: "Bearer", refresh_token: "atrt-1" },
      { type: "access", token: "a", expiresInSeconds: 86_400 },
    ],
    [
      "hip.clientToken",
      { client_token: "c", expires_in: 86_400 },
      { type: "client", token: "c", expiresInSeconds: 86_400 },
    ],
    [
      "legacy.finalize",
      { humanId: "human-1", accessToken: "a", publicToken: "p", clientId: "client-id", clientUserId: "jane" },
      { humanId: "human-1", accessToken: "a", publicToken: "p", clientUserId: "jane" },
    ],
  ])("of %s is read", async (name, json, expected) => {
    const { url } = await startService({ json });
    const now = Date.now();

    expect(await allCalls[name]!(createApiOn(url, { now: () => now }), "jane")).toEqual(expected);
  });

  it("of legacy.publicToken is the token", async () => {
    const { url, calls } = await startService(
      { json: { humanId: "human-1", publicToken: "p1" } },
      { json: { publicToken: "p2" } },
    );
    const { legacy } = createApiOn(url);

    expect(await legacy.publicToken("human-1")).toBe("p1");
    // It changes with each source that is connected, so it is asked for each time.
    expect(await legacy.publicToken("human-1")).toBe("p2");
    expect(calls).toHaveLength(2);
  });

  it.each<[string, unknown]>([
    ["somebody else", "mallory"],
    ["nobody", undefined],
    ["null", null],
    ["an empty name", ""],
    ["a blank", " "],
    ["a number", 7],
    ["a list", ["jane"]],
    ["jane in capitals", "JANE"],
  ])("of legacy.finalize about %s is refused", async (_, clientUserId) => {
    const { url } = await startService({
      json: { humanId: "human-2", accessToken: "a-1234", publicToken: "p-1234", clientUserId },
    });

    const error = await outcomeOf(createApiOn(url).legacy.finalize(finishToken, "jane"));

    expect(error).toMatchObject({ code: "legacy-user-mismatch", retryable: false, body: undefined });
    expect(inspect(error, { depth: 9 })).not.toMatch(/-1234|mallory/);
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a text", "token"],
    ["one of another application", { ...finishToken, clientId: "other" }],
    ["one without a token", { ...finishToken, sessionToken: "" }],
    ["one without a person", { ...finishToken, humanId: undefined }],
  ])("is not even asked for when connect.js gave %s", async (_, given) => {
    const { url, calls } = await startService({ status: 500 });

    await expect(createApiOn(url).legacy.finalize(given as never, "jane")).rejects.toMatchObject({
      code: "legacy-token-malformed",
    });
    expect(calls).toEqual([]);
  });

  it.each([["humanId"], ["accessToken"], ["publicToken"]])(
    "of legacy.finalize without %s is malformed",
    async (missing) => {
      const { url } = await startService({
        json: { humanId: "h", accessToken: "a", publicToken: "p", [missing]: undefined },
      });

      const outcome = (await outcomeOf(createApiOn(url).legacy.finalize(finishToken, "jane"))) as HumanApiError;

      expect(outcome).toMatchObject({
        code: "upstream-malformed",
        message: expect.stringContaining(missing),
        body: undefined,
      });
    },
  );
});

describe("an error", () => {
  it("shows the body to whoever looks, and to no logger", async () => {
    const { url } = await startService({
      status: 401,
      json: {
        errorCode: "INVALID_CLIENT_ID_OR_SECRET",
        message: `${secret} is wrong`,
        "x-humanapi-request-id": "request-7",
      },
    });

    const error = (await outcomeOf(createApiOn(url).idToken("jane-of-the-secret-id"))) as HumanApiError;

    expect(error.body).toMatchObject({ message: `${secret} is wrong` });
    expect(error.requestId).toBe("request-7");
    for (const text of [
      inspect(error, { depth: 9, showHidden: true }),
      JSON.stringify(error),
      String(error),
      error.stack,
    ])
      for (const hidden of [secret, "jane-of-the-secret-id"]) expect(text).not.toContain(hidden);
  });

  it("keeps only the words of what a fetch has thrown", async () => {
    const thrown = Object.assign(new TypeError("fetch failed"), {
      cause: Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED", request: { body: secret } }),
      config: { data: secret },
    });
    const humanApi = createHumanApi({
      clientId: "c",
      clientSecret: secret,
      fetch: () => Promise.reject(thrown),
      random: () => 0,
      onLog: () => {},
    });

    const error = (await outcomeOf(humanApi.idToken("jane"))) as HumanApiError;

    expect(error).toMatchObject({
      code: "upstream-unreachable",
      cause: { message: "connect ECONNREFUSED", cause: "ECONNREFUSED" },
    });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
  });
});
