import type { RequestListener } from "node:http";
import { createSandbox, type Sandbox } from "@human-connect/sandbox";
import type { Fetch, TokenStore } from "@human-connect/server";
import { toNodeHandler } from "@human-connect/server/node";
import { describe, expect, it, onTestFinished } from "vitest";
import { hasRedis, startRedis } from "../../packages/server/test/support/redis-server.ts";
import { openRedisStore } from "../../packages/server/test/support/redis-store.ts";
import { collectTokens, countOutcomes } from "./answers.ts";
import { type CrowdResult, startCrowd } from "./crowd.ts";
import { createEndpoint } from "./endpoint.ts";
import { measure, toTable } from "./figures.ts";
import { listen } from "./listen.ts";
import { startSandboxProcess } from "./sandbox-process.ts";

const requests = 10_000;
const people = 100;
const minuteMs = 60_000;

describe("10,000 browsers at once", () => {
  it("cost the service one call for each person and life of a token", { timeout: 2 * minuteMs }, async () => {
    let passedMs = 0;
    const now = (): number => Date.now() + passedMs;
    const sandbox = await createSandbox({ now });
    onTestFinished(() => sandbox.close());
    const endpoint = createEndpoint({ authUrl: sandbox.authUrl, timeoutMs: minuteMs, now, fetch: fetchAt(now) });
    // One server for all of them, so that each wave finds the connections open.
    let handle = bare;
    const port = await listen((request, response) => handle(request, response));
    const crowd = startCrowd();
    const ask = (): Promise<CrowdResult> => crowd.ask({ port, requests, people, connections: requests });
    await ask();

    const plain = await measure("bare node:http, a constant", ask);
    handle = wrapped;
    const web = await measure("a handler that answers a constant", ask);
    handle = endpoint;
    const first = await measure("token handler, no token is kept", ask);
    const callsOfFirst = countCalls(sandbox);
    const again = await measure("token handler, tokens are kept", ask);
    const callsOfAgain = countCalls(sandbox);
    passedMs = 56 * minuteMs;
    const renewed = await measure("token handler, tokens are due", ask);

    console.log(toTable(`${requests} requests at once for ${people} people`, [plain, web, first, again, renewed]));
    const waves = [first, again, renewed].map(({ answers }) => answers);
    expect(waves.map(countOutcomes)).toEqual(waves.map(() => ({ token: requests })));
    expect([callsOfFirst, callsOfAgain, countCalls(sandbox)]).toEqual([people, people, 2 * people]);
    const tokens = collectTokens(waves.flat());
    expect(tokens.size).toBe(people);
    // One for each life.
    expect(new Set([...tokens.values()].map(({ length }) => length))).toEqual(new Set([2]));
  });
});

describe.runIf(hasRedis)("the service and Redis", () => {
  it("may crash under load: browsers are told, and nothing is restarted", { timeout: 2 * minuteMs }, async () => {
    const [service, redis] = await Promise.all([startSandboxProcess(), startRedis()]);
    const { store, kept } = watchStore(openRedisStore(redis.socketPath));
    const upstream = countFetches();
    // Short pauses between attempts, and a store that may be as slow as the machine: how long they are, and when it counts as hanging, is
    // tested elsewhere.
    const options = { store, fetch: upstream.fetch, random: () => 0.1, storeTimeoutMs: 10_000 };
    const handle = createEndpoint({ authUrl: service.authUrl, ...options });
    let arrived = 0;
    let crashAt = Number.POSITIVE_INFINITY;
    let crashed: Promise<unknown> = Promise.resolve();
    const port = await listen((request, response) => {
      if (++arrived === crashAt) crashed = Promise.all([service.kill(), redis.kill()]);
      handle(request, response);
    });
    const crowd = startCrowd();
    const ask = async (count: number) => (await crowd.ask({ port, requests: count, people, connections: 400 })).answers;

    const before = await ask(1000);
    expect(countOutcomes(before)).toEqual({ token: 1000 });
    expect([upstream.count, kept.size]).toEqual([people, people]);

    crashAt = arrived + requests / 2;
    const during = await ask(requests);
    await crashed;
    const outcomes = countOutcomes(during);
    expect(outcomes).toEqual({ token: expect.any(Number), "503 upstream-unreachable": expect.any(Number) });
    expect(collectTokens(during.concat(before))).toEqual(collectTokens(before));
    expect(countOutcomes(await ask(1000))).toEqual({ "503 upstream-unreachable": 1000 });

    await Promise.all([service.start(), redis.start()]);
    const backAt = performance.now();
    upstream.count = 0;
    kept.clear();
    expect(countOutcomes(await ask(1000))).toEqual({ token: 1000 });
    const tokensMs = performance.now() - backAt;
    // Whoever asks is also who finds out that the store answers again.
    await expect.poll(async () => (await ask(people), kept.size), { timeout: 20_000 }).toBe(people);
    const storeMs = performance.now() - backAt;
    // One call for this process's memory while Redis was not back yet, one for Redis.
    expect(upstream.count).toBeLessThanOrEqual(2 * people);

    upstream.count = 0;
    expect(countOutcomes(await ask(1000))).toEqual({ token: 1000 });
    expect(upstream.count).toBe(0);
    const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
    console.log(
      [
        `the service and Redis killed at request ${requests / 2} of ${requests}`,
        `  meanwhile   ${JSON.stringify(outcomes)}`,
        `  afterwards  all tokens again in ${seconds(tokensMs)} s, all from Redis again in ${seconds(storeMs)} s`,
      ].join("\n"),
    );
  });
});

const constant = JSON.stringify({ session_token: "x".repeat(43), expires_in: 3600 });

/** The least that a server can do. */
const bare: RequestListener = (_, response) => {
  response.setHeader("content-type", "application/json");
  response.end(constant);
};

/** The least that a function from Request to Response can do. */
const constantHandler = toNodeHandler(async () => new Response(constant));
const wrapped: RequestListener = (request, response) => void constantHandler(request, response);

const countCalls = ({ requests: log }: Sandbox): number =>
  log.filter(({ pathname }) => pathname === "/v1/connect/token").length;

/** A network that ends at a service whose `Date` goes by this clock. */
function fetchAt(now: () => number): Fetch {
  return async (url, init) => {
    const answer = await fetch(url, init);
    const headers = new Headers(answer.headers);
    headers.set("date", new Date(now()).toUTCString());
    return new Response(answer.body, { status: answer.status, headers });
  };
}

function countFetches(): { count: number; fetch: Fetch } {
  const counted = {
    count: 0,
    fetch(url: string, init: RequestInit) {
      counted.count++;
      return fetch(url, init);
    },
  };
  return counted;
}

/** @returns The store, and the tokens that it has really taken, by their keys. */
function watchStore(inner: TokenStore): { store: TokenStore; kept: Set<string> } {
  const kept = new Set<string>();
  const store: TokenStore = {
    get: (key) => inner.get(key),
    async set(key, value, ttlMs) {
      await inner.set(key, value, ttlMs);
      if (key.endsWith(":session")) kept.add(key);
    },
    delete: (key) => inner.delete(key),
  };
  return { store, kept };
}
