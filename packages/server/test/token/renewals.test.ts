import { describe, expect, it } from "vitest";
import { createMemoryStore, createTokenHandler, type HumanApi } from "../../src/index.js";
import { endpoint, handlerOf, read, toRequest } from "../endpoint/endpoint.js";
import { countCalls, createApi, createApiOn, createClock, startSandbox, startService } from "../support/support.js";

const ask = async (humanApi: HumanApi, reason: string): Promise<unknown> =>
  read(await handlerOf(humanApi)(toRequest({ url: `${endpoint}?reason=${reason}` })));

describe("a token that is asked for anew", () => {
  it.each(["invalid", "expired"])("costs one call, however often the reason is %s", async (reason) => {
    const sandbox = await startSandbox();
    // All of them within five seconds, however slow the machine is.
    const humanApi = createApi(sandbox, { now: createClock() });

    const grants = [];
    for (let count = 0; count < 20; count++) grants.push(await ask(humanApi, reason));

    expect(new Set(grants.map((grant) => JSON.stringify(grant))).size).toBe(1);
    expect(countCalls(sandbox)).toBe(1);
  });

  it("is new at once when the first one was refused, and then not for five seconds", async () => {
    const sandbox = await startSandbox();
    const now = createClock();
    const humanApi = createApi(sandbox, { now });
    const tokens: unknown[] = [];
    for (const [reason, passing] of [
      ["open", 0],
      ["expired", 0],
      ["invalid", 4999],
      ["open", 0],
      ["expired", 1],
      ["open", 0],
    ] as const) {
      now.pass(passing);
      tokens.push(((await ask(humanApi, reason)) as { session_token: string }).session_token);
    }

    expect(tokens.map((token) => tokens.indexOf(token))).toEqual([0, 1, 1, 1, 4, 4]);
    expect(countCalls(sandbox)).toBe(3);
  });

  it("costs all servers together one call, where they share a store", async () => {
    const sandbox = await startSandbox();
    const store = createMemoryStore();
    const servers = Array.from({ length: 4 }, () => createApi(sandbox, { store }));

    for (const server of [...servers, ...servers]) await ask(server, "invalid");

    expect(countCalls(sandbox)).toBe(1);
  });

  it("is new each time with renewalPauseMs: 0", async () => {
    const sandbox = await startSandbox();
    const humanApi = createApi(sandbox, { renewalPauseMs: 0 });

    for (let count = 0; count < 3; count++) await ask(humanApi, "invalid");

    expect(countCalls(sandbox)).toBe(3);
  });

  it("is new although the clock was put back", async () => {
    const sandbox = await startSandbox();
    const now = createClock();
    const humanApi = createApi(sandbox, { now });
    // The service's own clock decides, and it has not been moved.
    await ask(humanApi, "invalid");
    now.pass(-60_000);
    await ask(humanApi, "invalid");

    expect(countCalls(sandbox)).toBe(2);
  });
});

describe("whoever leaves early", () => {
  const leaveAtOnce = async (humanApi: HumanApi, query = ""): Promise<number> => {
    const controller = new AbortController();
    const asked = handlerOf(humanApi)(new Request(endpoint + query, { method: "POST", signal: controller.signal }));
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    return (await asked).status;
  };

  it.each(["", "?reason=expired"])("costs one call, and finds the token when they come again%s", async (query) => {
    const answered = Promise.withResolvers<void>();
    const { url, calls } = await startService(async (response) => {
      await answered.promise;
      response.end('{"session_token":"t","expires_in":3600}');
    });
    const humanApi = createApiOn(url);

    const statuses = [];
    for (let count = 0; count < 10; count++) statuses.push(await leaveAtOnce(humanApi, query));
    answered.resolve();

    expect(new Set(statuses)).toEqual(new Set([499]));
    expect(await humanApi.connectToken("jane")).toMatchObject({ token: "t" });
    expect(calls).toHaveLength(1);
  });

  it("before the second call of somebody who has connected a source has both made", async () => {
    const answered = Promise.withResolvers<void>();
    const { url, calls } = await startService({ status: 403 }, async (response) => {
      await answered.promise;
      response.end('{"id_token":"t","expires_in":3600}');
    });
    const humanApi = createApiOn(url);

    await leaveAtOnce(humanApi);
    await expect.poll(() => calls.length).toBe(2);
    await leaveAtOnce(humanApi);
    answered.resolve();

    expect(await humanApi.connectToken("jane")).toMatchObject({ type: "id", token: "t" });
    expect(calls).toHaveLength(2);
  });

  it("is told to the platform, which lets the work go on", async () => {
    const { url } = await startService({ json: { session_token: "t", expires_in: 3600 } }, { status: 400 });
    const work: Promise<void>[] = [];
    const handle = createTokenHandler<string>({
      humanApi: createApiOn(url, { renewalPauseMs: 0 }),
      identify: () => "jane",
      waitUntil: (one, context) => void (context === "context" && work.push(one)),
      onLog: () => {},
    });

    const statuses = [];
    for (const reason of ["open", "expired"])
      statuses.push((await handle(toRequest({ url: `${endpoint}?reason=${reason}` }), "context")).status);

    expect(statuses).toEqual([200, 502]);
    expect(work).toHaveLength(2);
    expect(await Promise.all(work)).toEqual([undefined, undefined]);
  });
});

it("a request without a signal, as some platforms make it, is served", async () => {
  const sandbox = await startSandbox();
  const request = Object.defineProperty(toRequest({}), "signal", { value: undefined });

  expect((await handlerOf(createApi(sandbox))(request)).status).toBe(200);
  expect(
    (await handlerOf(createApi(sandbox), { identify: () => Promise.reject(new Error("no")) })(request)).status,
  ).toBe(500);
});
