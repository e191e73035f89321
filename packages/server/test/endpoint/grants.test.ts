import { describe, expect, it } from "vitest";
import { createTokenHandler } from "../../src/index.js";
import { countCalls, createApi, createApiOn, sessionAnswer, startSandbox, startService } from "../support/support.js";
import { endpoint, handlerOf, read, toRequest } from "./endpoint.js";

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

describe("a whole town", () => {
  it("of 10,000 calls for 100 people costs 100 calls of the service, and nobody goes without", async () => {
    const sandbox = await startSandbox();
    // The calls keep this process, in which the service runs as well, from everything else for seconds.
    const api = createApi(sandbox, { timeoutMs: 60_000 });
    const handle = handlerOf(api, { identify: ({ headers }) => headers.get("x-user") });

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
