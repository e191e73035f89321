import { describe, expect, it } from "vitest";
import { createTokenHandler, type HumanApi } from "../../src/index.js";
import { countCalls, createApi, createLogBook, startSandbox } from "../support/support.js";
import { endpoint, type Given, handlerOf, read, toRequest } from "./endpoint.js";

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
