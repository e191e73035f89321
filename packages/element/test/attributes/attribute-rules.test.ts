import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { judgeBaseUrl, judgeClientUrl, judgeTokenUrl, judgeValues } from "../../src/attributes/attribute-rules.js";
import { configureElements } from "../../src/attributes/configure-elements.js";

const site = { origin: "https://shop.example", hostname: "shop.example" };
const local = { origin: "http://localhost:3000", hostname: "localhost" };

afterEach(() => configureElements({ clientOrigins: [], connectOrigins: [], tokenOrigins: [] }));

describe("client-url", () => {
  it("says what it may name, and what to do for another origin", () => {
    expect(judgeClientUrl("https://cdn.humanapi.co/x.js", site)).toBe(undefined);
    expect(judgeClientUrl("https://evil.example/secret-path.js", site)).toBe(
      "client-url must be a URL of Human API's CDN (https://cdn.humanapi.co) or this site. To allow another origin, call " +
        'configureElements({ clientOrigins: ["https://…"] }) in a script of the page, or add ?client-origins=https://… to the URL of human-connect.js.',
    );
  });
});

describe("base-url", () => {
  it.each([
    "https://hapi-connect.humanapi.co",
    "https://hapi-connect.humanapi.co/path?lang=es",
    "https://connect.humanapi.co",
  ])("may be %s", (address) => {
    expect(judgeBaseUrl(address, site)).toBe(undefined);
  });

  it.each([
    "https://evil.example",
    "https://evil.humanapi.co",
    "https://humanapi.co",
    "https://hapi-connect.humanapi.co.evil.example",
    "https://hapi-connect.humanapi.co@evil.example",
    "https://hapi-connect.humanapi.co:8443",
    "http://hapi-connect.humanapi.co",
    "https://shop.example",
    "http://localhost:8000",
    "https://localhost:8000",
    "javascript:alert(1)",
    "blob:https://hapi-connect.humanapi.co/1",
    "/connect",
    "",
  ])("may not be %j: the token would go there", (address) => {
    expect(judgeBaseUrl(address, site)).toMatch(/base-url must be a URL of .*connectOrigins.*\?connect-origins=/);
  });

  it.each([
    "https://hapi-connect.humanapi.co/?token=of-a-stranger",
    "https://hapi-connect.humanapi.co/?a=b&%74oken=x&c=",
    "http://localhost:8000/?token=x",
  ])("brings no token of its own: %s", (address) => {
    expect(judgeBaseUrl(address, local)).toMatch(/^base-url must not contain a token/);
  });

  it.each(["http://localhost:8000/?scenario=slow", "http://127.0.0.1:3000", "https://kit.localhost"])(
    "may be the sandbox at %s between two servers of one machine",
    (address) => {
      expect(judgeBaseUrl(address, local)).toBe(undefined);
    },
  );

  it.each(["http://localhost:3000/connect", "http://localhost.example:8000", "https://evil.example"])(
    "may not be %s there either",
    (address) => {
      expect(judgeBaseUrl(address, local)).toMatch(/^base-url must be a URL of/);
    },
  );

  it("may be what a script of the page has allowed", () => {
    configureElements({ connectOrigins: ["https://connect.example"] });

    expect(judgeBaseUrl("https://connect.example/path", site)).toBe(undefined);
    expect(judgeBaseUrl("https://connect.example:8443", site)).toBeTypeOf("string");
    expect(judgeClientUrl("https://connect.example/x.js", site)).toBeTypeOf("string");
    expect(judgeTokenUrl(new URL("https://connect.example/token"), site)).toBeTypeOf("string");
  });
});

describe("token-url", () => {
  const judge = (value: string, page = site, base = `${page.origin}/account/`): string | undefined =>
    judgeTokenUrl(URL.canParse(value, base) ? new URL(value, base) : undefined, page);

  it.each(["/token", "token", "?a=b", "//shop.example/token", "https://shop.example/token"])("may be %s", (value) => {
    expect(judge(value)).toBe(undefined);
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
  ])("may not be %s", (value) => {
    expect(judge(value)).toMatch(/^token-url must be a URL of this site\..*configureElements\({ tokenOrigins: /);
  });

  it("may be plain http on a page that is plain http itself, of the same site only", () => {
    expect(judge("/token", local)).toBe(undefined);
    expect(judge("http://localhost:4000/token", local)).toBeTypeOf("string");
  });

  it("is of another site when a <base> says so", () => {
    expect(judge("/token", site, "https://stranger.example/")).toBeTypeOf("string");
  });

  it("may be of an origin that a script of the page has allowed", () => {
    configureElements({ tokenOrigins: ["https://api.example"] });

    expect(judge("https://api.example/token")).toBe(undefined);
    expect(judge("https://other.example/token")).toBeTypeOf("string");
  });
});

it("no address of another site passes by itself, whatever it looks like", () => {
  const host = fc.oneof(
    fc.domain(),
    fc.constantFrom("cdn.humanapi.co.evil.example", "xn--humanapi-.co", "humanapi.co"),
  );
  const address = fc.tuple(fc.constantFrom("http", "https", "ftp"), host, fc.webPath());
  fc.assert(
    fc.property(address, ([scheme, domain, path]) => {
      const text = `${scheme}://${domain}${path}`;
      for (const judge of [judgeClientUrl, judgeBaseUrl]) expect(judge(text, site)).toBeTypeOf("string");
      expect(judgeTokenUrl(new URL(text), site)).toBeTypeOf("string");
    }),
  );
});

describe("values that go into an address", () => {
  const judge = (attributes: Record<string, string>): string | undefined => judgeValues((name) => attributes[name]);

  it.each(["latest", "2.4.1", "2.4.5-beta.1", " 2.4.1 ", ""])("client-version may be %j", (version) => {
    expect(judge({ "client-version": version })).toBe(undefined);
  });

  it.each(["../../evil", "..", "2.4.1/../evil", "2.4.1?x", "2.4.1#", "@evil", "2%2f", "2\\..\\x", "2 4"])(
    "client-version may not be %j",
    (version) => {
      expect(judge({ "client-version": version })).toMatch(/^client-version must be/);
    },
  );

  it.each(["client-id", "config", "invite-session-id"])(
    "%s stays one value, also for a client that encodes nothing",
    (name) => {
      expect(judge({ [name]: "main-config_1.2 (a=b)" })).toBe(undefined);
      expect(judge({ [name]: "main&token=of-a-stranger" })).toBe(`${name} must not contain & or #.`);
      expect(judge({ [name]: "main#" })).toMatch(name);
    },
  );
});
