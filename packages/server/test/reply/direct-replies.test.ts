import { describe, expect, it } from "vitest";
import { createTokenHandler, type HumanApi, type TokenHandlerOptions } from "../../src/index.js";
import { toNodeHandler } from "../../src/node.js";
import { createApi, listen, startSandbox } from "../support/support.js";

type Options = Partial<TokenHandlerOptions>;

/** What a client sees, but for the time. */
async function see(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  const headers = [...response.headers].filter(([name]) => name !== "date");
  return { status: response.status, headers, text: await response.text() };
}

describe("a handler of ours", () => {
  const sameOrigin = { "sec-fetch-site": "same-origin" };
  it.each<[string, Options, RequestInit]>([
    ["a token", {}, { method: "POST", headers: sameOrigin }],
    ["a human id", { exposeHumanId: true }, { method: "POST", headers: sameOrigin }],
    ["nobody", { identify: () => null }, { method: "POST" }],
    ["another method", {}, { method: "PUT" }],
    ["a page of another origin", {}, { method: "POST", headers: { origin: "https://evil.example" } }],
    [
      "an allowed origin",
      { allowedOrigins: ["https://app.example"] },
      { method: "POST", headers: { origin: "https://app.example" } },
    ],
    ["a limit", { rateLimit: () => 7 }, { method: "POST" }],
    ["a form", {}, { method: "POST", body: new URLSearchParams({ a: "b" }) }],
    ["JSON", {}, { method: "POST", body: "{}", headers: { "content-type": "application/json" } }],
    [
      "a failure",
      {
        identify: () => {
          throw new Error("no database");
        },
      },
      { method: "POST" },
    ],
  ])("answers %s as the same handler in a function of somebody else's does", async (_, options, init) => {
    const humanApi = createApi(await startSandbox(), { now: () => 1_800_000_000_000 });
    const handle = createTokenHandler({ humanApi, identify: () => "jane", onLog: () => {}, ...options });
    await humanApi.connectToken("jane");

    const direct = await see(await listen(toNodeHandler(handle)), init);
    const wrapped = await see(await listen(toNodeHandler(async (request: Request) => handle(request))), init);

    expect(direct).toEqual(wrapped);
  });
});

it("an answer with letters of several bytes arrives whole", async () => {
  const humanApi = {
    connectToken: async () => ({ type: "session", token: "st-1", expiresInSeconds: 60, humanId: "日本" }),
    remembered: async () => ({ humanId: "日本" }),
  } as unknown as HumanApi;
  const handle = createTokenHandler({ humanApi, identify: () => "jane", exposeHumanId: true, onLog: () => {} });

  const response = await fetch(await listen(toNodeHandler(handle)), { method: "POST" });

  expect(await response.json()).toEqual({ session_token: "st-1", expires_in: 60, human_id: "日本" });
});

it("headers that a middleware has set stay beside an answer", async () => {
  const handle = createTokenHandler({ humanApi: createApi(await startSandbox()), identify: () => "jane" });
  const listener = toNodeHandler(handle);
  const url = await listen((request, response) => {
    response.setHeader("x-powered-by", "middleware");
    response.setHeader("cache-control", "public");
    void listener(request, response);
  });

  const { headers } = await fetch(url, { method: "POST" });

  expect([headers.get("x-powered-by"), headers.get("cache-control")]).toEqual(["middleware", "no-store"]);
});

describe("a request of Node's", () => {
  it("has a signal that its clones and whatever is given it as options have as well", async () => {
    const seen = Promise.withResolvers<AbortSignal[]>();
    const url = await listen(
      toNodeHandler(async (request: Request) => {
        seen.resolve([request.signal, request.clone().signal, new Request("https://app.example", request).signal]);
        return new Promise<Response>(() => {});
      }),
    );
    const controller = new AbortController();
    const asked = fetch(url, { method: "POST", signal: controller.signal }).catch(() => {});

    const signals = await seen.promise;
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, false, false]);
    controller.abort();
    await asked;

    await expect.poll(() => signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
  });

  it("may be made another one of", async () => {
    const url = await listen(
      toNodeHandler(async (request: Request) => {
        const other = new Request(request, { headers: { "x-a": "b" } });
        return Response.json([request instanceof Request, other.method, await other.text(), other.headers.get("x-a")]);
      }),
    );

    expect(await (await fetch(url, { method: "POST", body: "text" })).json()).toEqual([true, "POST", "text", "b"]);
  });
});
