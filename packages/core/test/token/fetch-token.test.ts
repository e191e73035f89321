import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readAnswer } from "../../src/model/endpoint-answer.js";
import { fetchToken } from "../../src/token/fetch-token.js";
import type { TokenReason } from "../../src/token/token-grant.js";

const json = { "content-type": "application/json; charset=utf-8" };
const secret = "s3cr3t-0815";

beforeEach(() => showPage("https://shop.example/account/"));
afterEach(() => void vi.unstubAllGlobals());

/** @param base Of a `<base>`. */
function showPage(href: string, base = href): void {
  // What `readDocument` reads: a getter of a prototype.
  const Document = class {
    get baseURI(): string {
      return base;
    }
  };
  vi.stubGlobal("Document", Document);
  vi.stubGlobal("document", new Document());
  vi.stubGlobal("location", new URL(href));
}

function answer(response: () => Response | Promise<Response>) {
  const fetch = vi.fn<(url: URL, init: RequestInit) => Promise<Response>>(async () => response());
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

const { signal } = new AbortController();
const ask = async (url?: string, reason: TokenReason = "open"): Promise<unknown> =>
  readAnswer(await fetchToken(url, { signal, reason }));

describe("fetchToken", () => {
  it("requests by POST, with the cookies of this origin, JSON, and never follows a redirect", async () => {
    const fetch = answer(() => new Response("{}", { headers: json }));

    await ask("/api/token");

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
  ] as const)("tells the endpoint when the last token was refused: %s", async (reason, query) => {
    const fetch = answer(() => new Response("{}", { headers: json }));

    await ask("/api/token?shop=1", reason);

    expect(String(fetch.mock.calls[0]![0])).toBe(`https://shop.example/api/token?shop=1${query}`);
  });

  it.each([
    [{ session_token: "t", expires_in: 60 }, "application/json"],
    [{ id_token: "t" }, "application/problem+json"],
    ["bare-token", "Application/JSON;charset=utf-8"],
  ])("takes the JSON of the answer: %j as %s", async (grant, type) => {
    answer(() => new Response(JSON.stringify(grant), { status: 201, headers: { "content-type": type } }));

    expect(await ask("/token")).toEqual(grant);
  });

  const redirect = (): Response =>
    Object.defineProperties(new Response(), { type: { value: "opaqueredirect" }, status: { value: 0 } });
  const html = `<!doctype html><title>Sign in</title>${secret}`;

  it.each<[string, () => Response, string]>([
    ["an HTML page", () => new Response(html, { headers: { "content-type": "text/html" } }), "with an HTML page"],
    ["401", () => new Response(secret, { status: 401 }), "401. No user is signed in"],
    ["404", () => new Response(html, { status: 404 }), "404. Check the URL"],
    ["405", () => new Response(html, { status: 405 }), "405. Check the URL"],
    ["500", () => new Response(`{"error":"${secret}"}`, { status: 500, headers: json }), "500 an error. See the log"],
    ["a redirect", redirect, "with a redirect, perhaps to a sign-in page"],
    [
      "text",
      () => new Response(secret, { headers: { "content-type": "text/plain; x=y" } }),
      "200 with text/plain where JSON was expected.",
    ],
    [
      "a type that is no type",
      () => new Response(secret, { headers: { "content-type": `${secret} <b>` } }),
      "200 with no content-type where JSON was expected.",
    ],
    ["no content-type", () => new Response(new Uint8Array([123])), "200 with no content-type where JSON was expected."],
    ["204", () => new Response(null, { status: 204 }), "204 without a body where JSON was expected."],
    [
      "an empty body",
      () => new Response("", { headers: { ...json, "content-length": "0" } }),
      "200 without a body where JSON was expected.",
    ],
    [
      "broken JSON",
      () => new Response(`{"token": ${secret}`, { headers: json }),
      "200 with a body that is not JSON, although its content-type says so, where JSON was expected.",
    ],
  ])("says what came and what to do about %s", async (_, response, message) => {
    answer(response);

    const error = (await ask("/token").catch((caught: unknown) => caught)) as Error;

    expect(error).toMatchObject({ code: "token-failed", cause: { name: "EndpointError" } });
    expect(error.message).toContain(`The token endpoint answered ${message}`);
    expect(`${String(error)} ${String(error.cause)}`).not.toContain(secret);
  });

  it.each([undefined, ""])("asks for an address when it is %j", async (url) => {
    const fetch = answer(() => new Response());

    await expect(ask(url)).rejects.toMatchObject({
      code: "invalid-option",
      message: expect.stringContaining("set tokenUrl (attribute token-url) or getToken."),
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    ["token", "https://shop.example/account/token"],
    ["?a=b", "https://shop.example/account/?a=b"],
    ["//shop.example/token", "https://shop.example/token"],
    ["https://shop.example/token", "https://shop.example/token"],
    ["https://api.example/token", "https://api.example/token"],
    ["http://localhost:4000/token", "http://localhost:4000/token"],
  ])("takes %s", async (url, requested) => {
    const fetch = answer(() => new Response("{}", { headers: json }));

    await ask(url);

    expect(String(fetch.mock.calls[0]![0])).toBe(requested);
  });

  it.each([
    "//api.example/token",
    "/\\api.example/token",
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
      message: "Invalid option: tokenUrl must be a path of this site, or an absolute https URL.",
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("does not follow a <base> of another origin", async () => {
    showPage("https://shop.example/account/", "https://stranger.example/");
    const fetch = answer(() => new Response());

    await expect(ask("/api/token")).rejects.toMatchObject({ code: "invalid-option" });
    expect(fetch).not.toHaveBeenCalled();
  });

  it("takes plain http on a page that is plain http itself", async () => {
    showPage("http://intranet/");
    const fetch = answer(() => new Response("{}", { headers: json }));

    await ask("/token");

    expect(String(fetch.mock.calls[0]![0])).toBe("http://intranet/token");
  });

  it("says that the answer broke off, and blames no JSON for it", async () => {
    const cause = new TypeError("network error");
    answer(() => {
      const body = new ReadableStream({ start: (controller) => controller.error(cause) });
      return new Response(body, { headers: json });
    });

    await expect(ask("/token")).rejects.toBe(cause);
  });

  it("does not take an address without a host for one that is written out", async () => {
    showPage("https://shop.example/account/", "https://stranger.example/");
    const fetch = answer(() => new Response());

    await expect(ask("https:token")).rejects.toMatchObject({ code: "invalid-option" });
    expect(fetch).not.toHaveBeenCalled();
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
          const error: unknown = await ask("/token").catch((caught: unknown) => caught);
          expect(error).toBeInstanceOf(Error);
          expect(`${String(error)} ${String((error as Error).cause)}`).not.toContain(secret);
        },
      ),
    );
  });
});
