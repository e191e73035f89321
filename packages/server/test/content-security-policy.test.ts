import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, type ContentSecurityPolicyOptions, toPolicyHeader } from "../src/index.js";

const connect = {
  "connect-src": ["'self'", "https://hapi-connect.humanapi.co"],
  "frame-src": ["https://hapi-connect.humanapi.co"],
};

describe("contentSecurityPolicy", () => {
  it.each<[string, ContentSecurityPolicyOptions | undefined, Record<string, string[]>]>([
    ["no options", undefined, { "script-src": ["https://cdn.humanapi.co"], ...connect }],
    ["the CDN", { client: "cdn" }, { "script-src": ["https://cdn.humanapi.co"], ...connect }],
    ["npm", { client: "npm" }, connect],
    ["a global", { client: "global" }, connect],
    [
      "another URL",
      { client: { url: "https://static.example.com/vendor/client.js?v=1" } },
      { "script-src": ["https://static.example.com"], ...connect },
    ],
    [
      "a local URL",
      { client: { url: "http://localhost:4600/client.js" } },
      { "script-src": ["http://localhost:4600"], ...connect },
    ],
    ["a nonce", { client: "npm", nonce: "bm9uY2U=" }, { "script-src": ["'nonce-bm9uY2U='"], ...connect }],
    [
      "a nonce and the CDN",
      { nonce: "bm9uY2U=" },
      { "script-src": ["'nonce-bm9uY2U='", "https://cdn.humanapi.co"], ...connect },
    ],
    [
      "another Connect page",
      { client: "npm", baseUrl: "http://127.0.0.1:4600/?scenario=slow-page" },
      { "connect-src": ["'self'", "http://127.0.0.1:4600"], "frame-src": ["http://127.0.0.1:4600"] },
    ],
    [
      "Trusted Types",
      { client: "npm", trustedTypes: true },
      { ...connect, "require-trusted-types-for": ["'script'"], "trusted-types": ["human-connect"] },
    ],
    [
      "Trusted Types and Vue",
      { client: "npm", trustedTypes: ["vue", "'allow-duplicates'"] },
      {
        ...connect,
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["human-connect", "vue", "'allow-duplicates'"],
      },
    ],
  ])("says what the kit needs with %s", (_, options, expected) => {
    expect(contentSecurityPolicy(options)).toEqual(expected);
  });

  it("needs nothing that weakens a policy", () => {
    const text = toPolicyHeader(contentSecurityPolicy({ nonce: "abc", trustedTypes: ["vue"] }));

    expect(text).not.toMatch(/unsafe|data:|blob:|\*|http:/);
  });

  it("gives arrays that may be changed", () => {
    contentSecurityPolicy()["frame-src"]!.push("https://elsewhere.example");

    expect(contentSecurityPolicy()["frame-src"]).toEqual(connect["frame-src"]);
  });

  it.each<[string, ContentSecurityPolicyOptions]>([
    ["baseUrl", { baseUrl: "http://connect.example.com" }],
    ["baseUrl", { baseUrl: "javascript:alert(1)" }],
    ["baseUrl", { baseUrl: "hapi-connect.humanapi.co" }],
    ["client.url", { client: { url: "data:text/javascript,1" } }],
    ["nonce", { nonce: "a'; script-src *" }],
    ["nonce", { nonce: "" }],
  ])("refuses a %s that no page could use", (name, options) => {
    expect(() => contentSecurityPolicy(options)).toThrow(new RegExp(`option ${name.replace(".", "\\.")} has to be`));
  });
});

describe("toPolicyHeader", () => {
  it("puts what several say about a directive together, once", () => {
    const own = {
      "default-src": ["'none'"],
      "script-src": ["'self'"],
      "connect-src": ["'self'", "https://hapi-connect.humanapi.co"],
      "frame-src": ["'none'"],
    };

    expect(toPolicyHeader(own, contentSecurityPolicy())).toBe(
      "default-src 'none'; script-src 'self' https://cdn.humanapi.co; connect-src 'self' https://hapi-connect.humanapi.co; frame-src https://hapi-connect.humanapi.co",
    );
  });

  it("writes a directive without sources, and keeps 'none' where it stands alone", () => {
    expect(toPolicyHeader({ "upgrade-insecure-requests": [], "base-uri": ["'none'"] })).toBe(
      "upgrade-insecure-requests; base-uri 'none'",
    );
  });

  it.each([["a; script-src *"], ["a,b"], ["a b"], [""], ["a\r\nset-cookie:x"]])(
    "refuses %j, which is not one source",
    (source) => {
      expect(() => toPolicyHeader({ "script-src": [source] })).toThrow(TypeError);
    },
  );

  it.each([["script src"], ["a;b"], ["Script-Src"], [""]])("refuses %j, which names no directive", (name) => {
    expect(() => toPolicyHeader({ [name]: ["'self'"] })).toThrow(TypeError);
  });
});
