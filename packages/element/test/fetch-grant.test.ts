import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { configureElements } from "../src/configure-elements.js";
import { fetchGrant } from "../src/fetch-grant.js";

const page = { baseURI: "https://shop.example/account/", origin: "https://shop.example" };
const json = { "content-type": "application/json; charset=utf-8" };
const secret = "s3cr3t-0815";

afterEach(() => {
  configureElements({ tokenOrigins: [] });
  vi.unstubAllGlobals();
});

function answer(response: () => Response | Promise<Response>) {
  const fetch = vi.fn<(url: URL, init: RequestInit) => Promise<Response>>(async () => response());
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

const ask = (url: string | null | undefined = "/token", signal = new AbortController().signal): Promise<unknown> =>
  fetchGrant(url, signal, "open", page);

describe("fetchGrant", () => {
  it("asks by POST, with the cookies of this site, for JSON, and never follows a redirect", async () => {
    const fetch = answer(() => new Response("{}", { headers: json }));
    const { signal } = new AbortController();

    await ask("/api/token", signal);

    expect(String(fetch.mock.calls[0]![0])).toBe("https://shop.example/api/token");
    expect(fetch.mock.calls[0]![1]).toEqual({
      method: "POST",
      credentials: "same-origin",
      headers: { accept: "application/json" },
      redirect: "manual",
      signal,
    });
  });

  it.each([
    ["open", ""],
    ["prefetch", ""],
    ["expired", "&reason=expired"],
    ["invalid", "&reason=invalid"],
  ] as const)("tells a backend when the last token was refused: %s", async (reason, query) => {
    const fetch = answer(() => new Response("{}", { headers: json }));

    await fetchGrant("/api/token?shop=1", new AbortController().signal, reason, page);

    expect(String(fetch.mock.calls[0]![0])).toBe(`https://shop.example/api/token?shop=1${query}`);
  });

  it.each([
    [{ session_token: "t", expires_in: 60 }, "application/json"],
    [{ id_token: "t" }, "application/problem+json"],
    ["bare-token", "Application/JSON;charset=utf-8"],
  ])("returns the JSON of the answer: %j as %s", async (grant, type) => {
    answer(() => new Response(JSON.stringify(grant), { status: 201, headers: { "content-type": type } }));

    expect(await ask()).toEqual(grant);
  });

  const opaqueRedirect = (): Response =>
    Object.defineProperties(new Response(), { type: { value: "opaqueredirect" }, status: { value: 0 } });
  const html = `<!doctype html><title>Sign in</title>${secret}`;

  it.each<[string, () => Response, string]>([
    [
      "an HTML page",
      () => new Response(html, { headers: { "content-type": "text/html" } }),
      "with an HTML page, perhaps for signing in. Answer JSON, and 401 when nobody is signed in.",
    ],
    [
      "401",
      () => new Response(secret, { status: 401 }),
      "401: nobody is signed in, or not with the right to connect. Show the button to people who are signed in.",
    ],
    [
      "403",
      () => new Response(secret, { status: 403 }),
      "403: nobody is signed in, or not with the right to connect. Show the button to people who are signed in.",
    ],
    ["404", () => new Response(html, { status: 404 }), "404. Check the URL, and that it answers POST."],
    ["405", () => new Response(html, { status: 405 }), "405. Check the URL, and that it answers POST."],
    ["429", () => new Response(secret, { status: 429, headers: json }), "429 where 200 was expected."],
    [
      "500",
      () => new Response(`{"error":"${secret}"}`, { status: 500, headers: json }),
      "500. See the log of your server.",
    ],
    [
      "a redirect",
      opaqueRedirect,
      "with a redirect, perhaps to a sign-in page. Use the final URL, and answer 401 when nobody is signed in.",
    ],
    [
      "text",
      () => new Response(secret, { headers: { "content-type": "text/plain; x=y" } }),
      "with text/plain where application/json was expected.",
    ],
    [
      "no content-type",
      () => new Response(new Uint8Array([123, 125])),
      "with no content-type where application/json was expected.",
    ],
    ["an empty body", () => new Response(" \n", { headers: json }), "with an empty body where JSON was expected."],
    ["204", () => new Response(null, { status: 204 }), "with an empty body where JSON was expected."],
    [
      "broken JSON",
      () => new Response(`{"token": ${secret}`, { headers: json }),
      "with a body that is no JSON, although its content-type says so.",
    ],
  ])("says what to do about %s", async (_, response, message) => {
    answer(response);

    const error = await ask().catch((caught: unknown) => caught);

    expect(error).toEqual(new Error(`token-url answered ${message}`));
    expect(`${String(error)} ${String((error as Error).cause)}`).not.toContain(secret);
  });

  it("says that nothing answered, with the cause", async () => {
    const cause = new TypeError("Failed to fetch");
    answer(() => Promise.reject(cause));

    await expect(ask()).rejects.toMatchObject({
      message: expect.stringMatching(/^token-url could not be reached\. /),
      cause,
    });
  });

  it("says the same when the answer breaks off", async () => {
    answer(() => {
      const body = new ReadableStream({ start: (controller) => controller.error(new TypeError("network error")) });
      return new Response(body, { headers: json });
    });

    await expect(ask()).rejects.toThrow("token-url could not be reached");
  });

  it("is aborted with the reason of who does not wait any more", async () => {
    const controller = new AbortController();
    answer(() => {
      controller.abort("enough");
      throw new DOMException("aborted", "AbortError");
    });

    await expect(ask("/token", controller.signal)).rejects.toBe("enough");
  });

  it.each([undefined, null, "", "  "])("asks for a token-url when it is %j", async (url) => {
    const fetch = answer(() => new Response());

    await expect(fetchGrant(url, new AbortController().signal, "open", page)).rejects.toThrow(
      /^There is no token-url\./,
    );
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each(["https://shop.example/token", "//shop.example/token", "token", "?a=b"])("takes %s", async (url) => {
    const fetch = answer(() => new Response("{}", { headers: json }));

    await ask(url);

    expect(fetch.mock.calls[0]![0].origin).toBe("https://shop.example");
  });

  it("takes another origin when a script of the page has allowed it", async () => {
    configureElements({ tokenOrigins: ["https://api.example"] });
    const fetch = answer(() => new Response("{}", { headers: json }));

    await ask("https://api.example/token");
    await expect(ask("https://other.example/token")).rejects.toMatchObject({ code: "invalid-option" });

    expect(fetch.mock.calls.map(([url]) => String(url))).toEqual(["https://api.example/token"]);
  });

  it.each([
    "https://api.example/token",
    "//api.example/token",
    "https://shop.example:8443/token",
    "https://shop.example@api.example/token",
    "http://shop.example/token",
    "javascript:alert(1)",
    "data:application/json,{}",
    "blob:https://shop.example/1",
    "file:///etc/passwd",
    "http://[",
  ])("refuses %s before anything is sent", async (url) => {
    const fetch = answer(() => new Response());

    await expect(ask(url)).rejects.toMatchObject({
      code: "invalid-option",
      message: expect.stringMatching(
        /token-url may name an address of this site\..*configureElements\({ tokenOrigins: /,
      ),
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("takes plain http on a page that is plain http itself, for the same site only", async () => {
    const local = { baseURI: "http://localhost:3000/", origin: "http://localhost:3000" };
    answer(() => new Response("{}", { headers: json }));
    const { signal } = new AbortController();

    expect(await fetchGrant("/token", signal, "open", local)).toEqual({});
    await expect(fetchGrant("http://localhost:4000/token", signal, "open", local)).rejects.toThrow("of this site");
  });

  it("asks this site alone, whatever the attribute says", async () => {
    const fetch = answer(() => new Response("{}", { headers: json }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.webUrl({ validSchemes: ["http", "https", "ftp"] })), async (url) => {
        fetch.mockClear();
        await ask(url).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
        expect(fetch.mock.calls.every(([{ origin }]) => origin === "https://shop.example")).toBe(true);
      }),
    );
  });

  it("never repeats the body, whatever comes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 200, max: 599 }),
        fc.constantFrom("text/html", "text/plain", "application/json", `text/${secret}<`),
        fc.string(),
        async (status, type, text) => {
          const body = [204, 205, 304].includes(status) ? null : `${text}${secret}`;
          answer(() => new Response(body, { status, headers: { "content-type": type } }));
          const error: unknown = await ask().catch((caught: unknown) => caught);
          expect(error).toBeInstanceOf(Error);
          expect((error as Error).message).not.toContain(secret);
        },
      ),
    );
  });
});
