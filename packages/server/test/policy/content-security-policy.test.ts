import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contentSecurityPolicy,
  type ContentSecurityPolicyOptions,
  type PolicyDirectives,
  toPolicyHeader,
} from "../../src/index.js";

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
    ["no client at all", { client: "direct" }, connect],
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
    ["client.url", { client: { url: "https://*/client.js" } }],
    ["client.url", { client: "cdn " as "cdn" }],
    ["baseUrl", { baseUrl: "https://x;script-src-attr" }],
    ["baseUrl", { baseUrl: "https://a,b" }],
    ["baseUrl", { baseUrl: "https://*" }],
    ["baseUrl", { baseUrl: "https://*.example.com" }],
    ["baseUrl", { baseUrl: "https://x'unsafe-inline'" }],
    ["baseUrl", { baseUrl: 'https://x"y' }],
    ["baseUrl", { baseUrl: "https://user@connect.example" }],
    ["baseUrl", { baseUrl: "https://user:password@connect.example" }],
    ["baseUrl", { baseUrl: "https://" }],
    ["baseUrl", { baseUrl: "https:" }],
    ["baseUrl", { baseUrl: "https://a$b.example" }],
    ["baseUrl", { baseUrl: "https://a.example." }],
    ["baseUrl", { baseUrl: "http://*.localhost" }],
    ["trustedTypes", { trustedTypes: ["*"] }],
    ["trustedTypes", { trustedTypes: ["vue *"] }],
    ["trustedTypes", { trustedTypes: ["vue; script-src *"] }],
    ["trustedTypes", { trustedTypes: ["vue,default-src"] }],
    ["trustedTypes", { trustedTypes: ["'none'"] }],
    ["trustedTypes", { trustedTypes: [""] }],
    ["nonce", { nonce: 7 as unknown as string }],
    ["nonce", { nonce: "abc\n" }],
    ["nonce", { nonce: "a'; script-src *" }],
    ["nonce", { nonce: "" }],
  ])("refuses a %s that no page could use, or that is more than one source: %o", (name, options) => {
    expect(() => contentSecurityPolicy(options)).toThrow(TypeError);
    expect(() => contentSecurityPolicy(options)).toThrow(`option ${name} has to be`);
  });

  it("gives texts that are one source each, whatever it is given", () => {
    const host = fc.oneof(
      fc.webAuthority(),
      fc.string(),
      fc.constantFrom("*", "a;b", "a,b", "a b", "[::1]", "münchen.example"),
    );
    const url = fc.tuple(fc.constantFrom("https://", "http://", ""), host).map((parts) => parts.join(""));
    const options = fc.record(
      {
        baseUrl: url,
        client: url.map((text) => ({ url: text })),
        nonce: fc.string(),
        trustedTypes: fc.array(fc.string()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(options, (given) => {
        let policy: PolicyDirectives;
        try {
          policy = contentSecurityPolicy(given);
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
          return;
        }
        for (const [name, sources] of Object.entries(policy))
          for (const source of sources)
            expect(source).toMatch(
              name === "trusted-types"
                ? /^[\w#=/@.%-]+$/
                : /^('self'|'script'|'nonce-[\w+/-]+={0,2}'|https?:\/\/(\[[\da-f:]+\]|[\w.-]+)(:\d+)?)$/,
            );
      }),
    );
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

  it.each([["a; script-src *"], ["a,b"], ["a b"], [""], ["a\r\nset-cookie:x"], ["a\0"], ["a\u00a0b"], ["é"], [7]])(
    "refuses %j, which is not one source",
    (source) => {
      expect(() => toPolicyHeader({ "script-src": [source as string] })).toThrow(TypeError);
    },
  );

  it("does not repeat what it refuses, which may be a nonce", () => {
    expect(() => toPolicyHeader({ "script-src": ["'nonce-abc 123'"] })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining("abc") }),
    );
  });

  it.each([["script src"], ["a;b"], ["Script-Src"], [""]])("refuses %j, which names no directive", (name) => {
    expect(() => toPolicyHeader({ [name]: ["'self'"] })).toThrow(TypeError);
  });

  it("takes a text for no array of sources", () => {
    expect(() => toPolicyHeader({ "script-src": "'self'" as never })).toThrow("The sources of script-src");
    expect(() => contentSecurityPolicy({ trustedTypes: "vue" as never })).toThrow("option trustedTypes has to be");
  });
});
