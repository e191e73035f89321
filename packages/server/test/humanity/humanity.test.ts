import { readFileSync } from "node:fs";
import type { Sandbox } from "@human-connect/sandbox";
import { describe, expect, it } from "vitest";
import * as humanityEntry from "../../src/humanity.js";
import { createHumanityClient, HumanityError, type HumanityClient, type HumanityOptions } from "../../src/humanity.js";
import { createMemoryStore, type Fetch } from "../../src/index.js";
import {
  createClock,
  createLogBook,
  listen,
  outcomeOf,
  type ScriptedAnswer,
  type ScriptedService,
  startSandbox,
} from "../support/support.js";

/** A client of the sandbox's account, quiet and without pauses between attempts. */
function createClient({ clientId, clientSecret, humanity }: Sandbox, options: Partial<HumanityOptions> = {}) {
  const { tokenUrl, apiUrl, username, password } = humanity;
  const account = { clientId, clientSecret, tokenUrl, apiUrl, username, password };
  return createHumanityClient({ ...account, onLog: () => {}, random: () => 0, ...options });
}

const countGrants = (sandbox: Sandbox): number =>
  sandbox.requests.filter(({ pathname }) => pathname === "/oauth2/token.php").length;

const readMe = async (client: HumanityClient): Promise<unknown> => (await client.fetch("/me")).json();

describe("a token of Humanity", () => {
  it("is granted by password and opens the API", async () => {
    const sandbox = await startSandbox();
    const client = createClient(sandbox);

    const { token, expiresInSeconds } = await client.accessToken();

    expect(token).toMatch(/^[\w-]{43}$/);
    expect(expiresInSeconds).toBeGreaterThan(3590);
    expect(await readMe(client)).toMatchObject({ status: 1, data: { username: "sandbox-username" } });
    expect(countGrants(sandbox)).toBe(1);
  });

  it("is asked for once however many ask", async () => {
    const sandbox = await startSandbox();
    const client = createClient(sandbox);

    const askMany = async (fresh: boolean): Promise<Set<string>> => {
      const tokens = await Promise.all(Array.from({ length: 100 }, () => client.accessToken({ fresh })));
      return new Set(tokens.map(({ token }) => token));
    };
    const [kept, renewed] = [await askMany(false), await askMany(true)];

    expect([kept.size, renewed.size, new Set([...kept, ...renewed]).size]).toEqual([1, 1, 2]);
    expect(countGrants(sandbox)).toBe(2);
  });

  it("is refreshed before it expires, again and again, without the password", async () => {
    const now = createClock();
    const sandbox = await startSandbox({ now });
    const forms: URLSearchParams[] = [];
    const recording: Fetch = (url, init) => {
      forms.push(new URLSearchParams(String(init.body)));
      return fetch(url, init);
    };
    const client = createClient(sandbox, { now, fetch: recording });

    for (const passing of [0, 3_290_000, 20_000, 3_400_000]) {
      now.pass(passing);
      await client.accessToken();
    }

    expect(forms.map((form) => form.get("grant_type"))).toEqual(["password", "refresh_token", "refresh_token"]);
    expect(forms.map((form) => form.has("password"))).toEqual([true, false, false]);
    expect(forms[1]!.get("refresh_token")).not.toBe(forms[2]!.get("refresh_token"));
  });

  it("comes by password again when the refresh token was revoked", async () => {
    const now = createClock();
    const sandbox = await startSandbox({ now });
    const client = createClient(sandbox, { now });
    await client.accessToken();

    sandbox.humanity.revoke("refresh");
    now.pass(3_590_000);

    expect(await readMe(client)).toMatchObject({ status: 1 });
    expect(countGrants(sandbox)).toBe(3);
  });

  it.each([
    ["access", 2],
    [undefined, 3],
  ] as const)("that was revoked (%s) is replaced once, and the call made again", async (kind, grants) => {
    const sandbox = await startSandbox();
    const client = createClient(sandbox);
    await client.accessToken();

    sandbox.humanity.revoke(kind);

    expect(await readMe(client)).toMatchObject({ status: 1 });
    expect(countGrants(sandbox)).toBe(grants);
  });

  it("is kept in the store with its refresh token, and serves another server", async () => {
    const store = createMemoryStore();
    const sandbox = await startSandbox();
    const [first, second] = [createClient(sandbox, { store }), createClient(sandbox, { store })];

    const tokens = [await first.accessToken(), await second.accessToken()];
    await second.forget();
    tokens.push(await first.accessToken());

    expect(tokens[1]!.token).toBe(tokens[0]!.token);
    expect(tokens[2]!.token).not.toBe(tokens[0]!.token);
    expect([countGrants(sandbox), store.size]).toEqual([2, 2]);
  });

  it("is unreadable in the store when there is a key, and names nobody there", async () => {
    const written: string[] = [];
    const memory = createMemoryStore();
    const store = {
      ...memory,
      set(key: string, value: string, ttlMs?: number) {
        written.push(key, value);
        memory.set(key, value, ttlMs);
      },
    };
    const sandbox = await startSandbox();
    const encryptionKeys = [{ id: "1", key: new Uint8Array(32).fill(7) }];
    const client = createClient(sandbox, { store, encryptionKeys });

    const { token } = await client.accessToken();

    // Key and value of the two tokens, and of the mark that a call is under way.
    expect(written).toHaveLength(6);
    expect(written.join()).not.toContain(token);
    expect(written.join()).not.toContain(sandbox.humanity.username);
    expect((await createClient(sandbox, { store, encryptionKeys }).accessToken()).token).toBe(token);
  });
});

describe("a call of the API", () => {
  it.each([
    ["header", "Bearer token-1", []],
    ["query", undefined, ["access_token"]],
  ] as const)("has its token in the %s", async (tokenIn, authorization, names) => {
    const service = await startApi({ json: { status: 1 } });

    await createClientOn(service.url, { tokenIn }).fetch("shifts?start_date=2026-01-31", {
      headers: { "x-mine": "1" },
    });

    const { headers, path } = service.calls.at(-1)!;
    const params = new URL(path, "http://localhost").searchParams;
    expect(headers).toMatchObject({ "x-mine": "1" });
    expect(headers.authorization).toBe(authorization);
    expect([...params.keys()]).toEqual(["start_date", ...names]);
    expect(params.get("access_token")).toBe(tokenIn === "query" ? "token-1" : null);
  });

  it("works against the sandbox with the token in the query", async () => {
    const sandbox = await startSandbox();

    expect(await readMe(createClient(sandbox, { tokenIn: "query" }))).toMatchObject({ status: 1 });
    expect(sandbox.requests.at(-1)).toMatchObject({ pathname: "/api/v2/me", queryNames: ["access_token"] });
  });

  it("is answered as it is, whatever the status but 401", async () => {
    for (const status of [204, 302, 403, 404, 500]) {
      const service = await startApi({ status, text: "", headers: { location: "/elsewhere" } });

      expect((await createClientOn(service.url).fetch("/me")).status).toBe(status);
      expect(service.calls).toHaveLength(2);
    }
  });

  it("that is refused with a new token too is an error", async () => {
    const service = await startPlainService((response, request) => {
      response.writeHead(request.url === "/token.php" ? 200 : 401).end(JSON.stringify(grant));
    });

    expect(await outcomeOf(createClientOn(service.url).fetch("/me"))).toMatchObject({
      code: "token-refused",
      status: 401,
      retryable: false,
    });
    expect(service.calls.map(({ path }) => path)).toEqual(["/token.php", "/v2/me", "/token.php", "/v2/me"]);
  });

  it("is sent again with its body, unless that was a stream", async () => {
    const bodies: string[] = [];
    const url = await listen(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      if (request.url === "/token.php") return response.end(JSON.stringify(grant));
      bodies.push(Buffer.concat(chunks).toString());
      return response.writeHead(bodies.length % 2 === 1 ? 401 : 200).end();
    });
    const client = createClientOn(url);

    const text = await client.fetch("/shifts", { method: "POST", body: "shift" });
    const stream = new Blob(["shift"]).stream();
    const streamed = await outcomeOf(
      client.fetch("/shifts", { method: "POST", body: stream, duplex: "half" } as RequestInit),
    );

    expect(text.status).toBe(200);
    expect(streamed).toMatchObject({ code: "token-refused" });
    expect(bodies).toEqual(["shift", "shift", "shift"]);
  });

  it.each(["../../oauth2/token.php", "/../secret", "/me/../../secret", "/%2e%2e/x"])(
    "that would lead out of it is refused: %s",
    async (path) => {
      const client = createClientOn("http://127.0.0.1:9");

      await expect(client.fetch(path)).rejects.toThrow(TypeError);
    },
  );

  it("that fails to arrive says nothing of its URL", async () => {
    const client = createClientOn("http://127.0.0.1:9", {
      tokenIn: "query",
      fetch: async (url) => {
        if (url.endsWith("token.php")) return Response.json(grant);
        throw new TypeError(`fetch failed: ${url}`);
      },
    });

    const error = (await outcomeOf(client.fetch("/me"))) as HumanityError;

    expect(error).toMatchObject({ code: "upstream-unreachable", retryable: true });
    expect(error.cause).toBeUndefined();
    expect(String(error.stack)).not.toContain("token-1");
  });

  it("ends when nobody waits for it any more", async () => {
    const service = await startApi(() => {});
    const controller = new AbortController();
    const reason = new Error("gone");
    const outcome = outcomeOf(createClientOn(service.url).fetch("/me", { signal: controller.signal }));
    while (service.calls.length < 2) await new Promise((resolve) => setImmediate(resolve));

    controller.abort(reason);

    expect(await outcome).toBe(reason);
  });
});

/** As documented, with the null that OAuth does not know. */
const grant = {
  access_token: "token-1",
  expires_in: 3600,
  token_type: "bearer",
  scope: null,
  refresh_token: "refresh-1",
};

/** A hand-written Humanity that grants, and then answers its API. */
const startApi = (...answers: [ScriptedAnswer, ...ScriptedAnswer[]]): Promise<ScriptedService> =>
  startPlainService({ json: grant }, ...answers);

/** Forms are no JSON, so bodies are not read. */
async function startPlainService(...answers: ScriptedAnswer[]): Promise<ScriptedService> {
  const calls: { path: string; headers: Record<string, string>; body: Record<string, unknown> }[] = [];
  const url = await listen(async (request, response) => {
    for await (const _ of request);
    calls.push({ path: request.url ?? "", headers: request.headers as Record<string, string>, body: {} });
    const answer = answers[Math.min(calls.length, answers.length) - 1]!;
    if (typeof answer === "function") return answer(response, request);
    const { status = 200, headers = {}, json, text } = answer;
    response.writeHead(status, { "content-type": "application/json", ...headers });
    return response.end(text ?? JSON.stringify(json ?? {}));
  });
  return { url, calls };
}

const secrets = { clientSecret: "client-s3cret", password: "passw0rd" };

const createClientOn = (url: string, options: Partial<HumanityOptions> = {}): HumanityClient =>
  createHumanityClient({
    clientId: "client",
    username: "username",
    ...secrets,
    tokenUrl: `${url}/token.php`,
    apiUrl: `${url}/v2/`,
    onLog: () => {},
    random: () => 0,
    ...options,
  });

describe("no token", () => {
  it.each<[string, Partial<HumanityOptions>, object]>([
    ["for an unknown client", { clientId: "nobody" }, { code: "client-refused", status: 401 }],
    ["for a wrong client secret", { clientSecret: "wrong" }, { code: "client-refused", status: 401 }],
    ["for a wrong username", { username: "nobody" }, { code: "credentials-refused", status: 400 }],
    ["for a wrong password", { password: "wrong" }, { code: "credentials-refused", status: 400 }],
  ])("is given %s", async (_, options, expected) => {
    const sandbox = await startSandbox();

    const error = await outcomeOf(createClient(sandbox, options).accessToken());

    expect(error).toBeInstanceOf(HumanityError);
    expect(error).toMatchObject({ ...expected, retryable: false });
    expect(countGrants(sandbox)).toBe(1);
  });

  it.each<[string, ScriptedAnswer, object, number]>([
    ["500", { status: 500 }, { code: "upstream-failed", status: 500, retryable: true }, 3],
    ["429", { status: 429, headers: { "retry-after": "90" } }, { code: "rate-limited", retryAfterSeconds: 90 }, 1],
    ["a hang-up", (response) => void response.destroy(), { code: "upstream-unreachable", retryable: true }, 3],
    ["HTML", { text: "<h1>Sign in</h1>" }, { code: "upstream-malformed", retryable: false }, 1],
    ["an array", { json: [] }, { code: "upstream-malformed" }, 1],
    ["no token", { json: { ...grant, access_token: null } }, { code: "upstream-malformed" }, 1],
    ["no type", { json: { ...grant, token_type: undefined } }, { code: "upstream-malformed" }, 1],
    ["a redirect", { status: 302, headers: { location: "https://thief.example" } }, { code: "upstream-malformed" }, 1],
    ["404", { status: 404, text: "nothing" }, { code: "upstream-refused", status: 404 }, 1],
    ["another refusal", { status: 400, json: { error: "invalid_scope" } }, { code: "upstream-refused" }, 1],
    ["a client that may not", { status: 400, json: { error: "unauthorized_client" } }, { code: "client-refused" }, 1],
  ])("comes from %s", async (_, answer, expected, calls) => {
    const service = await startPlainService(answer);

    const error = await outcomeOf(createClientOn(service.url).accessToken());

    expect(error).toBeInstanceOf(HumanityError);
    expect(error).toMatchObject(expected);
    expect(service.calls).toHaveLength(calls);
  });

  it("comes from a service that does not answer, and nobody waits for ever", async () => {
    const service = await startPlainService(() => {});

    const error = await outcomeOf(createClientOn(service.url, { timeoutMs: 50 }).accessToken());

    expect(error).toMatchObject({ code: "upstream-timeout", retryable: true });
  });

  it("and no secret is in what is thrown or logged", async () => {
    const { records, onLog } = createLogBook();
    const echo = { error: "invalid_grant", error_description: `${secrets.password} ${secrets.clientSecret}` };
    const service = await startPlainService({ status: 400, json: echo });

    const error = (await outcomeOf(createClientOn(service.url, { onLog }).accessToken())) as HumanityError;

    const told = [String(error.stack), JSON.stringify(error), String(error.cause), JSON.stringify(records)].join();
    expect(told).not.toMatch(/passw0rd|client-s3cret/);
    expect(records.length).toBeGreaterThan(0);
  });

  it("is waited for by whoever has gone", async () => {
    const reason = new Error("gone");

    const outcome = await outcomeOf(
      createClientOn("http://127.0.0.1:9").accessToken({ signal: AbortSignal.abort(reason) }),
    );

    expect(outcome).toBe(reason);
  });

  it("is asked for by password while the refresh only failed to arrive", async () => {
    const now = createClock();
    const service = await startPlainService({ json: grant }, { status: 500 });
    const client = createClientOn(service.url, { now, retries: 0 });
    await client.accessToken();
    now.pass(3_590_000);

    expect(await outcomeOf(client.accessToken())).toMatchObject({ code: "upstream-failed" });
    expect(service.calls).toHaveLength(2);
  });
});

it.each<[string, object]>([
  ["clientId", { clientId: 7 }],
  ["clientSecret", { clientSecret: 7 }],
  ["username", { username: 7 }],
  ["password", { password: 7 }],
  ["tokenIn", { tokenIn: "cookie" }],
  ["tokenUrl", { tokenUrl: "http://www.humanity.com/oauth2/token.php" }],
  ["apiUrl", { apiUrl: "javascript:alert(1)" }],
  ["timeoutMs", { timeoutMs: 0 }],
  ["retries", { retries: -1 }],
  ["renewBeforeMs", { renewBeforeMs: 1.5 }],
])("an option %s that makes no sense is refused: %o", (name, options) => {
  const create = (): unknown => createClientOn("http://127.0.0.1:9", options);

  expect(create).toThrow(TypeError);
  expect(create).toThrow(name);
});

describe("in a bundle for browsers the entry", () => {
  it("is a guard that throws, with the names of the real one", async () => {
    await expect(import("../../src/humanity-browser.js")).rejects.toThrow(/password.*server code only/);
    const text = readFileSync(new URL("../../src/humanity-browser.ts", import.meta.url), "utf8");
    const names = [...text.matchAll(/^export const (\w+)/gm)].map(([, name = ""]) => name);

    expect(names.toSorted()).toEqual(Object.keys(humanityEntry).toSorted());
  });
});
