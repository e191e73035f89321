import { describe, expect, it } from "vitest";
import { createTokenHandler, type HumanApi, HumanApiError, type TokenHandlerOptions } from "../src/index.js";
import {
  countCalls,
  createApi,
  createApiOn,
  createLogBook,
  sessionAnswer,
  startSandbox,
  startService,
} from "./support.js";

const endpoint = "https://app.example.com/api/human-connect/token";

interface Given {
  url?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  options?: Partial<TokenHandlerOptions>;
}

const toRequest = ({ url = endpoint, method = "POST", headers, body }: Given): Request =>
  new Request(url, { method, headers, ...(body !== undefined && { body }) });

/** A handler for Jane that is quiet. */
const handlerOf = (humanApi: HumanApi, options: Partial<TokenHandlerOptions> = {}) =>
  createTokenHandler({ humanApi, identify: () => "jane", onLog: () => {}, ...options });

const read = async (response: Response): Promise<unknown> => JSON.parse((await response.text()) || "null");

describe("the answer to somebody who is signed in", () => {
  it("is a session token and its life, and nothing else", async () => {
    const sandbox = await startSandbox();

    const response = await handlerOf(createApi(sandbox))(toRequest({}));

    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "no-store",
      "content-type": "application/json; charset=utf-8",
      "x-content-type-options": "nosniff",
      vary: "origin, sec-fetch-site",
    });
    const grant = (await read(response)) as Record<string, unknown>;
    expect(Object.keys(grant)).toEqual(["session_token", "expires_in"]);
    expect(grant["session_token"]).toMatch(/^[\w-]{43}$/);
    expect(grant["expires_in"]).toBeGreaterThan(3590);
  });

  it("is an id token once a source is connected", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane");

    const grant = (await read(await handlerOf(createApi(sandbox))(toRequest({})))) as Record<string, unknown>;

    expect(Object.keys(grant)).toEqual(["id_token", "expires_in"]);
  });

  it("says what is left of a token that was given out before", async () => {
    const sandbox = await startSandbox();
    let now = Date.now();
    const handle = handlerOf(createApi(sandbox, { now: () => now }));
    const first = (await read(await handle(toRequest({})))) as Record<string, unknown>;

    now += 600_000;

    expect(await read(await handle(toRequest({})))).toEqual({ ...first, expires_in: 3000 });
  });

  it.each([
    ["expired", true],
    ["invalid", true],
    ["open", false],
    ["prefetch", false],
    ["", false],
  ])("with reason=%s is a new token: %s", async (reason, isNew) => {
    const sandbox = await startSandbox();
    const handle = handlerOf(createApi(sandbox));
    const first = (await read(await handle(toRequest({})))) as Record<string, unknown>;

    const second = (await read(await handle(toRequest({ url: `${endpoint}?reason=${reason}` })))) as Record<
      string,
      unknown
    >;

    expect(second["session_token"] !== first["session_token"]).toBe(isNew);
    expect(countCalls(sandbox)).toBe(isNew ? 2 : 1);
  });

  it.each<[string, boolean]>([
    ["session_token", false],
    ["id_token", true],
  ])("holds the human id beside %s only where it was asked for", async (field, isConnected) => {
    const sandbox = await startSandbox();
    const humanApi = createApi(sandbox);
    await humanApi.sessionToken("jane");
    if (isConnected) {
      sandbox.connectSource("jane");
      await humanApi.connectToken("jane", { fresh: true });
    }

    const grant = await read(await handlerOf(humanApi, { exposeHumanId: true })(toRequest({})));

    expect(grant).toEqual({
      [field]: expect.any(String),
      expires_in: expect.any(Number),
      human_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
  });

  it("is for whom identify names, with an e-mail address if it is given", async () => {
    const { url, calls } = await startService(sessionAnswer());
    const user = { clientUserId: "jane", clientUserEmail: "jane@example.org" };

    await handlerOf(createApiOn(url), { identify: async () => user })(toRequest({}));

    expect(calls[0]!.body).toMatchObject({ client_user_id: "jane", client_user_email: "jane@example.org" });
  });

  it("gives the framework's context to identify and rateLimit", async () => {
    const sandbox = await startSandbox();
    const seen: unknown[] = [];
    const handle = createTokenHandler<{ session: string }>({
      humanApi: createApi(sandbox),
      identify: (_, { session }) => session,
      rateLimit: ({ context, user }) => seen.push(context, user) - 2,
    });

    expect((await handle(toRequest({}), { session: "jane" })).status).toBe(200);
    expect(seen).toEqual([{ session: "jane" }, "jane"]);
  });
});

describe("a call is refused", () => {
  const refusals: [string, Given, number, string, Record<string, string>][] = [
    ["by GET", { method: "GET" }, 405, "method-not-allowed", { allow: "POST" }],
    ["by HEAD", { method: "HEAD" }, 405, "method-not-allowed", { allow: "POST" }],
    ["by PUT", { method: "PUT" }, 405, "method-not-allowed", { allow: "POST" }],
    [
      "by a preflight of another origin",
      { method: "OPTIONS", headers: { origin: "https://evil.example", "access-control-request-method": "POST" } },
      405,
      "method-not-allowed",
      { allow: "POST" },
    ],
    [
      "from another site",
      { headers: { "sec-fetch-site": "cross-site", origin: "https://evil.example" } },
      403,
      "cross-site",
      {},
    ],
    [
      "from another origin of the same site",
      { headers: { "sec-fetch-site": "same-site", origin: "https://blog.example.com" } },
      403,
      "cross-site",
      {},
    ],
    ["from the address bar", { headers: { "sec-fetch-site": "none" } }, 403, "cross-site", {}],
    ["from another origin by an old browser", { headers: { origin: "https://evil.example" } }, 403, "cross-site", {}],
    [
      "from an origin that only begins alike",
      { headers: { origin: "https://app.example.com.evil.example" } },
      403,
      "cross-site",
      {},
    ],
    ["from another port", { headers: { origin: "https://app.example.com:8443" } }, 403, "cross-site", {}],
    ["from a sandboxed frame", { headers: { origin: "null" } }, 403, "cross-site", {}],
    ["from junk", { headers: { origin: "::::" } }, 403, "cross-site", {}],
    [
      "with a form",
      { body: "a=1", headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
      "body-not-json",
      {},
    ],
    ["with text", { body: "{}", headers: { "content-type": "text/plain" } }, 415, "body-not-json", {}],
    [
      "with JSON that says it is text",
      { body: "{}", headers: { "content-type": "text/plain;application/json" } },
      415,
      "body-not-json",
      {},
    ],
    [
      "with a body that is too long",
      { body: JSON.stringify("x".repeat(2000)), headers: { "content-type": "application/json" } },
      413,
      "body-too-large",
      {},
    ],
    ["when nobody is signed in", { options: { identify: () => null } }, 401, "not-signed-in", {}],
    [
      "when nobody is signed in, said by undefined",
      { options: { identify: async () => undefined } },
      401,
      "not-signed-in",
      {},
    ],
    [
      "when somebody asks too often",
      { options: { rateLimit: () => 1.2 } },
      429,
      "too-many-requests",
      { "retry-after": "2" },
    ],
    ["for ever, by the rate limit", { options: { rateLimit: () => Infinity } }, 429, "too-many-requests", {}],
  ];

  it.each(refusals)("%s", async (_, given, status, code, headers) => {
    const sandbox = await startSandbox();
    const { onLog, records } = createLogBook();

    const response = await handlerOf(createApi(sandbox), { onLog, ...given.options })(toRequest(given));

    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "no-store",
      "content-type": "application/json; charset=utf-8",
      "x-content-type-options": "nosniff",
      vary: "origin, sec-fetch-site",
      ...headers,
    });
    expect(await read(response)).toEqual({ error: { code, message: expect.stringMatching(/^[A-Z].*\.$/) } });
    expect(countCalls(sandbox)).toBe(0);
    expect(records).toEqual([expect.objectContaining({ event: "token-answered", level: "info", status, code })]);
  });

  it("before the body is read to its end when the body does not say how long it is", async () => {
    const sandbox = await startSandbox();
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++;
        controller.enqueue(new Uint8Array(512));
      },
    });
    const init = { method: "POST", body, duplex: "half", headers: { "content-type": "application/json" } };

    const response = await handlerOf(createApi(sandbox))(new Request(endpoint, init));

    expect(response.status).toBe(413);
    expect(sent).toBeLessThan(10);
  });
});

describe("a call is let through", () => {
  it.each<[string, Given]>([
    ["from the page itself", { headers: { "sec-fetch-site": "same-origin", origin: "https://app.example.com" } }],
    [
      "from the page itself, behind a proxy that changes the host",
      {
        url: "http://internal:3000/token",
        headers: { "sec-fetch-site": "same-origin", origin: "https://app.example.com" },
      },
    ],
    ["from the page itself by an old browser", { headers: { origin: "https://app.example.com" } }],
    [
      "from the page itself by an old browser, behind a proxy that ends TLS",
      { url: "http://app.example.com/token", headers: { origin: "https://app.example.com" } },
    ],
    ["from a client that is no browser", {}],
    ["with an empty JSON body", { body: "{}", headers: { "content-type": "application/json; charset=utf-8" } }],
    ["with JSON of any kind", { body: '{"data":null}', headers: { "content-type": "application/vnd.api+json" } }],
    [
      "with an empty form, which some libraries send",
      { body: "", headers: { "content-type": "application/x-www-form-urlencoded" } },
    ],
    ["with content-length: 0", { headers: { "content-type": "text/plain", "content-length": "0" } }],
    ["when the rate limit says 0", { options: { rateLimit: async () => 0 } }],
  ])("%s", async (_, given) => {
    const sandbox = await startSandbox();

    expect((await handlerOf(createApi(sandbox), given.options)(toRequest(given))).status).toBe(200);
  });

  it("when a framework has read its body already", async () => {
    const sandbox = await startSandbox();
    const request = toRequest({ body: "{}", headers: { "content-type": "application/json" } });
    await request.text();

    expect((await handlerOf(createApi(sandbox))(request)).status).toBe(200);
  });
});

describe("a page of an allowed origin", () => {
  const options = { allowedOrigins: ["https://www.example.com"] };
  const headers = { origin: "https://www.example.com", "sec-fetch-site": "same-site" };
  const cors = { "access-control-allow-origin": "https://www.example.com", "access-control-allow-credentials": "true" };

  it("may ask, and read every answer", async () => {
    const sandbox = await startSandbox();
    const handle = handlerOf(createApi(sandbox), options);
    const signedOut = handlerOf(createApi(sandbox), { ...options, identify: () => null });

    for (const [response, status] of [
      [await handle(toRequest({ headers })), 200],
      [await signedOut(toRequest({ headers })), 401],
    ] as const) {
      expect(response.status).toBe(status);
      expect(Object.fromEntries(response.headers)).toMatchObject(cors);
      expect(response.headers.get("vary")).toContain("origin");
    }
  });

  it("may ask in advance", async () => {
    const sandbox = await startSandbox();
    const preflight = { method: "OPTIONS", headers: { ...headers, "access-control-request-method": "POST" } };

    const response = await handlerOf(createApi(sandbox), options)(toRequest(preflight));

    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      ...cors,
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "content-type",
    });
  });

  it("does not open the door to others, nor is our own page told about it", async () => {
    const sandbox = await startSandbox();
    const handle = handlerOf(createApi(sandbox), options);

    const foreign = await handle(toRequest({ headers: { ...headers, origin: "https://evil.example" } }));
    const own = await handle(
      toRequest({ headers: { "sec-fetch-site": "same-origin", origin: "https://app.example.com" } }),
    );

    expect([foreign.status, own.status]).toEqual([403, 200]);
    for (const { headers: given } of [foreign, own]) expect(given.has("access-control-allow-origin")).toBe(false);
  });

  it.each(["https://www.example.com/", "www.example.com", "*", "null", "", "https://EXAMPLE.com"])(
    "cannot be written as %j",
    (origin) => {
      expect(() =>
        createTokenHandler({
          humanApi: {} as HumanApi & { connectToken: never },
          identify: () => null,
          allowedOrigins: [origin],
        }),
      ).toThrow(TypeError);
    },
  );
});

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
    ["returns what a template made of nothing", () => `${undefined}`, /the text "undefined"/],
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

describe("a whole town", () => {
  it("of 10,000 calls for 100 people costs 100 calls of the service, and nobody goes without", async () => {
    const sandbox = await startSandbox();
    const handle = handlerOf(createApi(sandbox), { identify: ({ headers }) => headers.get("x-user") });

    const grants = await Promise.all(
      Array.from({ length: 10_000 }, async (_, index) => {
        const response = await handle(toRequest({ headers: { "x-user": `user-${index % 100}` } }));
        return ((await read(response)) as { session_token: string }).session_token;
      }),
    );

    expect(countCalls(sandbox)).toBe(100);
    expect(new Set(grants).size).toBe(100);
    // Everybody has their own: the same for each call of theirs.
    expect(grants.every((token, index) => token === grants[index % 100])).toBe(true);
  });

  it("hears of an outage in plain words, keeps what it has, and is served again without a restart", async () => {
    const sandbox = await startSandbox();
    const { port } = new URL(sandbox.url);
    const user = { current: "jane" };
    const handle = handlerOf(createApi(sandbox, { retries: 0 }), { identify: () => user.current });
    const ask = async (name: string): Promise<number> => {
      user.current = name;
      return (await handle(toRequest({}))).status;
    };
    await ask("jane");

    await sandbox.close();
    expect([await ask("jane"), await ask("joan")]).toEqual([200, 503]);

    await startSandbox({ port: Number(port) });
    expect([await ask("jane"), await ask("joan")]).toEqual([200, 200]);
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
