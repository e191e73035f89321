import { describe, expect, it } from "vitest";
import { createTokenHandler, type HumanApi } from "../../src/index.js";
import { createApi, startSandbox } from "../support/support.js";
import { endpoint, handlerOf, toRequest } from "./endpoint.js";

const origin = "https://www.example.com";
const page = { origin, "sec-fetch-site": "same-site" };

describe("a preflight", () => {
  const preflight = (asked?: string): Request =>
    toRequest({
      method: "OPTIONS",
      headers: {
        ...page,
        "access-control-request-method": "POST",
        ...(asked !== undefined && { "access-control-request-headers": asked }),
      },
    });
  const ask = async (asked?: string, allowedHeaders?: string[]): Promise<string[]> => {
    const handle = handlerOf(createApi(await startSandbox()), { allowedOrigins: [origin], allowedHeaders });
    const { status, headers } = await handle(preflight(asked));
    expect(status).toBe(204);
    expect(headers.get("vary")).toContain("access-control-request-headers");
    return (headers.get("access-control-allow-headers") ?? "").split(", ");
  };

  it.each<[string | undefined, string[]]>([
    [undefined, ["content-type"]],
    ["content-type", ["content-type"]],
    ["authorization", ["content-type", "authorization"]],
    ["sentry-trace,baggage", ["content-type", "sentry-trace", "baggage"]],
    ["Traceparent , X-CSRF-Token", ["content-type", "traceparent", "x-csrf-token"]],
    ["a b", ["content-type"]],
    ["a\\b: c", ["content-type"]],
    ["", ["content-type"]],
  ])("that asks for %j allows %j", async (asked, allowed) => {
    expect(await ask(asked)).toEqual(allowed);
  });

  it("allows what allowedHeaders names, and no more", async () => {
    expect(await ask("authorization,x-other", ["Authorization"])).toEqual(["content-type", "authorization"]);
    expect(await ask("authorization", [])).toEqual(["content-type"]);
  });

  it("lets the page read when to come again", async () => {
    const handle = handlerOf(createApi(await startSandbox()), { allowedOrigins: [origin], rateLimit: () => 7 });

    const { headers } = await handle(toRequest({ headers: page }));

    expect(headers.get("retry-after")).toBe("7");
    expect(headers.get("access-control-expose-headers")).toBe("retry-after");
  });

  it.each(["*", "", "a b", "a,b", "a:", 7])("cannot be told to allow the header %j", (name) => {
    const humanApi = { connectToken: () => {} } as unknown as HumanApi;
    const create = (): unknown =>
      createTokenHandler({ humanApi, identify: () => null, allowedHeaders: [name as string] });

    expect(create).toThrow(TypeError);
    expect(create).toThrow("allowedHeaders");
  });
});

it("takes allowedHeaders as an array only", async () => {
  const humanApi = { connectToken: () => {} } as unknown as HumanApi;

  expect(() =>
    createTokenHandler({ humanApi, identify: () => null, allowedHeaders: "authorization" as never }),
  ).toThrow('allowedHeaders has to be an array of names of headers, such as ["authorization"]');
});

describe("the origin of an app", () => {
  it.each([
    "capacitor://localhost",
    "ionic://localhost",
    "tauri://localhost",
    "http://tauri.localhost",
    "https://localhost",
    "app://my-app",
    `chrome-extension://${"a".repeat(32)}`,
    "moz-extension://3f2a0b7e-0000-4000-8000-000000000000",
    "safari-web-extension://3F2A0B7E-0000-4000-8000-000000000000",
    "capacitor://localhost:8080",
  ])("%s can be allowed", async (app) => {
    const handle = handlerOf(createApi(await startSandbox()), { allowedOrigins: [app] });

    for (const site of [{ "sec-fetch-site": "cross-site" }, undefined]) {
      const headers: Record<string, string> = { origin: app, ...site };
      const response = await handle(toRequest({ headers }));
      expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([200, app]);
    }
  });

  it.each([
    "capacitor://localhost/",
    "capacitor://localhost/index.html",
    "capacitor://",
    "capacitor:localhost",
    "Capacitor://localhost",
    "capacitor://user@localhost",
    "capacitor://*",
    "file://localhost",
    "file://",
    "data://a",
    "blob://a",
    "javascript://a",
    "about://blank",
  ])("cannot be %j", (app) => {
    const humanApi = { connectToken: () => {} } as unknown as HumanApi;

    expect(() => createTokenHandler({ humanApi, identify: () => null, allowedOrigins: [app] })).toThrow(TypeError);
  });

  it("is foreign unless it was allowed, although its host is ours", async () => {
    const handle = handlerOf(createApi(await startSandbox()));

    const response = await handle(
      toRequest({ url: "http://localhost/token", headers: { origin: "capacitor://localhost" } }),
    );

    expect(response.status).toBe(403);
  });
});

describe("the own page of an old browser is known", () => {
  it.each([
    ["a host with the port of https", "http://app.example.com:443/token", "https://app.example.com", 200],
    ["a host with the port of http", "https://app.example.com:80/token", "http://app.example.com", 200],
    ["a host in capitals", "http://App.Example.COM/token", "https://app.example.com", 200],
    ["another port", "https://app.example.com:8443/token", "https://app.example.com", 403],
    ["the port of http on https", "https://app.example.com:80/token", "https://app.example.com", 403],
  ])("by %s", async (_, url, from, status) => {
    const handle = handlerOf(createApi(await startSandbox()));
    const [, host = ""] = /\/\/([^/]+)/.exec(url) ?? [];

    expect((await handle(toRequest({ url, headers: { origin: from, host } }))).status).toBe(status);
  });
});

it("a request of a platform whose address is only a path is answered", async () => {
  const handle = handlerOf(createApi(await startSandbox()));
  const { method, headers } = new Request(endpoint, { method: "POST", headers: { origin: "https://evil.example" } });
  const request = { method, headers, url: "/token?reason=expired", body: null, bodyUsed: false } as Request;

  expect((await handle(request)).status).toBe(403);
  expect((await handle({ ...request, headers: new Headers() })).status).toBe(200);
});
