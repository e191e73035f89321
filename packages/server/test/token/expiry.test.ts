import { describe, expect, it } from "vitest";
import { createHumanApi } from "../../src/index.js";
import {
  countCalls,
  createApi,
  createApiOn,
  createClock,
  secret,
  sessionAnswer,
  startSandbox,
  startService,
} from "../support/support.js";

const hour = 3_600_000;

describe("a token", () => {
  it.each<[string, number, boolean]>([
    ["at once", 0, true],
    ["until shortly before it expires", hour - 300_001, true],
    ["not five minutes before its end", hour - 300_000, false],
    ["not after its end", hour, false],
  ])("is given out again %s", async (_, passed, isSame) => {
    const sandbox = await startSandbox();
    const now = createClock();
    const humanApi = createApi(sandbox, { now });
    const first = await humanApi.sessionToken("jane");

    now.pass(passed);
    const second = await humanApi.sessionToken("jane");

    expect(second.token === first.token).toBe(isSame);
    expect(second.expiresInSeconds).toBe(isSame ? Math.floor((hour - passed) / 1000) : 3600);
    expect(countCalls(sandbox)).toBe(isSame ? 1 : 2);
  });

  it.each<[number, number, number]>([
    [60_000, hour - 60_001, 1],
    [60_000, hour - 60_000, 2],
    [0, hour - 1, 1],
    // Never more than half of a life, or nothing would ever be given out again.
    [2 * hour, hour / 2 - 1, 1],
    [2 * hour, hour / 2, 2],
  ])("with renewBeforeMs %i, %i ms later, costs %i calls", async (renewBeforeMs, passed, calls) => {
    const sandbox = await startSandbox();
    const now = createClock();
    const humanApi = createApi(sandbox, { now, renewBeforeMs });
    await humanApi.sessionToken("jane");

    now.pass(passed);
    await humanApi.sessionToken("jane");

    expect(countCalls(sandbox)).toBe(calls);
  });

  it("whose life is over when it comes is not kept", async () => {
    const { url, calls } = await startService(sessionAnswer("first", 0), sessionAnswer("second"));
    const humanApi = createApiOn(url);

    expect(await humanApi.sessionToken("jane")).toMatchObject({ token: "first", expiresInSeconds: 0 });
    expect(await humanApi.sessionToken("jane")).toMatchObject({ token: "second" });
    expect(calls).toHaveLength(2);
  });

  it("is not mixed up with another type, another person or another environment's", async () => {
    const sandbox = await startSandbox();
    sandbox.connectSource("jane");
    sandbox.connectSource("joan");
    const store = new Map<string, string>();
    const humanApi = createApi(sandbox, { store });
    const elsewhere = createApi(sandbox, { store, authUrl: sandbox.authUrl.replace("localhost", "127.0.0.1") });

    const tokens = await Promise.all([
      humanApi.idToken("jane"),
      humanApi.accessToken("jane"),
      humanApi.idToken("joan"),
      humanApi.sessionToken("Jane"),
      elsewhere.idToken("jane"),
    ]);

    expect(new Set(tokens.map(({ token }) => token)).size).toBe(5);
  });
});

describe("the service's clock", () => {
  const dated = (expiresIn: number, date: number) => ({
    headers: { date: new Date(date).toUTCString() },
    json: { session_token: `until-${expiresIn}`, expires_in: expiresIn },
  });

  it("decides between servers whose own clocks differ", async () => {
    const start = Date.parse("2026-11-21T10:00:00Z");
    const store = new Map<string, string>();
    const service = await startService(dated(3600, start), dated(3600, start), dated(3600, start + 50 * 60_000));
    const options = { clientId: "c", clientSecret: secret, authUrl: service.url, store, onLog: () => {} };
    const right = createClock(start);
    const [here, ahead] = [
      createHumanApi({ ...options, now: right }),
      // Two hours fast: by its own clock everything here has expired long ago.
      createHumanApi({ ...options, now: () => right() + 2 * hour }),
    ];
    await ahead.sessionToken("somebody-else");
    const { token } = await here.sessionToken("jane");

    right.pass(50 * 60_000);

    expect(await ahead.sessionToken("jane")).toMatchObject({ token, expiresInSeconds: 600 });
    expect(service.calls).toHaveLength(2);
  });

  it.each<[string, Record<string, string>]>([
    ["missing", {}],
    ["junk", { date: "yesterday" }],
    ["years away", { date: "Sat, 21 Nov 2048 10:00:00 GMT" }],
  ])("may be %s: no token is said to live longer than it does", async (_, headers) => {
    const service = await startService((response) => {
      response.sendDate = false;
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.end('{"session_token":"t","expires_in":3600}');
    });
    const now = createClock();
    const store = new Map<string, string>();
    const humanApi = createApiOn(service.url, { now, store });
    await humanApi.sessionToken("jane");
    now.pass(600_000);

    expect(await humanApi.sessionToken("jane")).toMatchObject({ expiresInSeconds: 3000 });
    // A process that has not heard from the service yet knows no better than its own clock.
    expect((await createApiOn(service.url, { now, store }).sessionToken("jane")).expiresInSeconds).toBeLessThanOrEqual(
      3600,
    );
  });
});

describe("connectToken", () => {
  it("asks for the right type at once when it knows it", async () => {
    const sandbox = await startSandbox();
    const now = createClock();
    const humanApi = createApi(sandbox, { now });
    sandbox.connectSource("jane");

    expect(await humanApi.connectToken("jane")).toMatchObject({ type: "id" });
    expect(countCalls(sandbox)).toBe(2);
    now.pass(25 * hour);
    expect(await humanApi.connectToken("jane")).toMatchObject({ type: "id" });

    expect(countCalls(sandbox)).toBe(3);
  });

  it("goes over to id tokens when the session token of somebody who has connected runs out", async () => {
    const sandbox = await startSandbox();
    const now = createClock();
    const humanApi = createApi(sandbox, { now });

    const first = await humanApi.connectToken("jane");
    sandbox.connectSource("jane");
    // It opens Connect as long as it lives, as the vendor says.
    expect(await humanApi.connectToken("jane")).toMatchObject({ type: "session", token: first.token });
    now.pass(hour);

    expect(await humanApi.connectToken("jane")).toMatchObject({ type: "id" });
  });

  it("goes back to session tokens for somebody who has disconnected everything", async () => {
    const sandbox = await startSandbox();
    const humanApi = createApi(sandbox);
    sandbox.connectSource("jane");
    await humanApi.connectToken("jane");
    sandbox.deleteUser("jane");

    expect(await humanApi.connectToken("jane", { fresh: true })).toMatchObject({ type: "session" });
    sandbox.clearRequests();
    expect(await humanApi.connectToken("jane")).toMatchObject({ type: "session" });

    expect(countCalls(sandbox)).toBe(0);
  });

  it("fails with what the second call says when both are refused", async () => {
    const { url, calls } = await startService(
      { status: 403, text: "<h1>Forbidden</h1>" },
      { status: 404, json: { errorCode: "UNKNOWN_CLIENT_USER_ID" } },
    );

    await expect(createApiOn(url).connectToken("jane")).rejects.toMatchObject({ code: "unknown-client-user-id" });
    expect(calls.map(({ body }) => body["type"])).toEqual(["session", "id"]);
  });
});

describe("what is remembered", () => {
  it("is the human id and the refresh tokens, until it is forgotten", async () => {
    const sandbox = await startSandbox();
    const now = createClock();
    const humanApi = createApi(sandbox, { now });
    expect(await humanApi.remembered("jane")).toEqual({});

    const { humanId } = await humanApi.sessionToken("jane");
    sandbox.connectSource("jane");
    await humanApi.idToken("jane");
    await humanApi.accessToken("jane");
    now.pass(400 * 24 * hour);

    expect(await humanApi.remembered("jane")).toEqual({
      humanId,
      idRefreshToken: expect.stringMatching(/^idrt-/),
      accessRefreshToken: expect.stringMatching(/^atrt-/),
      hipAccessRefreshToken: undefined,
    });
    await humanApi.forget("jane");
    expect(await humanApi.remembered("jane")).toEqual({});
  });

  it("is forgotten with the tokens", async () => {
    const sandbox = await startSandbox();
    const store = new Map<string, string>();
    const humanApi = createApi(sandbox, { store });
    sandbox.connectSource("jane");
    await humanApi.connectToken("jane");
    await humanApi.accessToken("jane");
    expect(store.size).toBe(5);

    await humanApi.forget("jane");

    expect(store.size).toBe(0);
  });
});
