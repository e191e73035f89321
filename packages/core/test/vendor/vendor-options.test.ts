import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HumanConnectOptions } from "../../src/session/options.js";
import { checkUrl, readTarget, toVendorOptions } from "../../src/vendor-options.js";

const target = readTarget({});
const refusal = (option: string): object =>
  expect.objectContaining({ code: "invalid-option", message: expect.stringContaining(option) });

describe("checkUrl", () => {
  it.each([
    ["https://hapi-connect.humanapi.co", "https://hapi-connect.humanapi.co"],
    ["https://HAPI-connect.humanapi.co:443/path?a=b#c", "https://hapi-connect.humanapi.co"],
    ["https://connect.example:8443", "https://connect.example:8443"],
    ["https://192.168.0.1", "https://192.168.0.1"],
    ["http://localhost", "http://localhost"],
    ["http://localhost:4100/deep/path", "http://localhost:4100"],
    ["http://LOCALHOST:4100", "http://localhost:4100"],
    ["http://127.0.0.1:4100", "http://127.0.0.1:4100"],
    ["http://127.9.9.9", "http://127.9.9.9"],
    ["http://[::1]:4100", "http://[::1]:4100"],
    ["http://connect.localhost:4100", "http://connect.localhost:4100"],
    ["http://a.b.localhost", "http://a.b.localhost"],
  ])("accepts %s", (value, origin) => {
    expect(checkUrl("baseUrl", value).origin).toBe(origin);
  });

  it.each([
    "",
    " ",
    "/connect",
    "//connect.example",
    "connect.example",
    "hapi-connect.humanapi.co/path",
    "https://",
    "https:// spaces.example",
    "javascript:alert(1)",
    "JavaScript:alert(1)//https://connect.example",
    "\u0001javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "blob:https://connect.example/5f0",
    "file:///etc/passwd",
    "ftp://localhost",
    "ws://localhost",
    "about:blank",
    "http://connect.example",
    "http://localhost.connect.example",
    "http://notlocalhost",
    "http://localhost.",
    "http://.localhost",
    "http://127.0.0.1.connect.example",
    "http://128.0.0.1",
    "http://192.168.0.1",
    "http://0.0.0.0",
    "http://[::2]",
    "http://[::ffff:127.0.0.1]",
    "http://localhost@connect.example",
    "http://connect.example#localhost",
    "https://user@connect.example",
    "https://:password@connect.example",
    "https://user:password@connect.example",
    // Hosts by themselves, and paths on a page of https.
    "https:connect.example",
    " https:account/close",
    "https:/connect.example",
    "https:\\\\connect.example",
    "https:\t//connect.example",
    "ht\ntps://connect.example",
  ])("refuses %j and names the option", (value) => {
    expect(() => checkUrl("messageOrigins", value)).toThrow(refusal("messageOrigins"));
  });

  it("never repeats a URL that it refuses, because it may carry a token", () => {
    expect(() => checkUrl("baseUrl", "http://connect.example/?token=s3cr3t")).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("s3cr3t") }),
    );
  });

  it("gives an https URL, an http URL of this machine, or an error of the kit, whatever the text", () => {
    const texts = fc.oneof(
      fc.string(),
      fc.webUrl({ validSchemes: ["http", "https", "ftp", "javascript"] }),
      fc.ipV4().map((ip) => `http://${ip}`),
    );

    fc.assert(
      fc.property(texts, (text) => {
        let url: URL;
        try {
          url = checkUrl("baseUrl", text);
        } catch (error) {
          expect(error).toMatchObject({ code: "invalid-option" });
          return;
        }
        const isLocal =
          url.hostname === "localhost" ||
          url.hostname.endsWith(".localhost") ||
          url.hostname === "[::1]" ||
          url.hostname.startsWith("127.");
        expect(url.protocol === "https:" || (url.protocol === "http:" && isLocal)).toBe(true);
        expect([url.username, url.password]).toEqual(["", ""]);
        for (const base of ["https://app.example/deep/page", "http://localhost:1/"])
          expect(new URL(text, base).href).toBe(url.href);
      }),
    );
  });
});

describe("readTarget", () => {
  it("is the vendor's page by default, and trusts its origin alone", () => {
    expect(readTarget({})).toEqual({
      baseUrl: "https://hapi-connect.humanapi.co",
      origin: "https://hapi-connect.humanapi.co",
      origins: ["https://hapi-connect.humanapi.co"],
    });
  });

  it("keeps path and query of the base and trusts its origin alone", () => {
    expect(readTarget({ baseUrl: "http://localhost:4100/connect?scenario=autopilot" })).toEqual({
      baseUrl: "http://localhost:4100/connect?scenario=autopilot",
      origin: "http://localhost:4100",
      origins: ["http://localhost:4100"],
    });
  });

  it.each([
    ["https://connect.example/", "https://connect.example"],
    [" https://CONNECT.example/a/../b ", "https://connect.example/b"],
    ["https://connect.example/a\\b\n", "https://connect.example/a/b"],
    ["https://connect.example/?a#b", "https://connect.example/?a#b"],
  ])("hands %j on as it was read: %s", (given, baseUrl) => {
    expect(readTarget({ baseUrl: given }).baseUrl).toBe(baseUrl);
  });

  describe("on a page of https://app.example", () => {
    beforeEach(() => void vi.stubGlobal("location", { origin: "https://app.example" }));
    afterEach(() => void vi.unstubAllGlobals());

    it.each(["https://app.example", "https://APP.example:443/account?a#b", "https://app.example:/connect"])(
      "refuses %s, where a frame could do all that the page may",
      (baseUrl) => {
        expect(() => readTarget({ baseUrl })).toThrow(refusal("baseUrl"));
      },
    );

    it.each(["https://connect.app.example", "https://app.example:8443", "http://localhost"])("takes %s", (baseUrl) => {
      expect(readTarget({ baseUrl }).origin).toBe(baseUrl);
    });

    it("refuses the origin that a frame without an address has from the page around it", () => {
      vi.stubGlobal("location", { origin: "null" });
      vi.stubGlobal("origin", "https://app.example");

      expect(() => readTarget({ baseUrl: "https://app.example/account" })).toThrow(refusal("baseUrl"));
    });

    it("takes it where a script has put a sandbox into the page", () => {
      const mark = Symbol.for("human-connect-sandbox");
      vi.stubGlobal(mark as never, {});

      expect(readTarget({ baseUrl: "https://app.example/sandbox/index.html" }).origin).toBe("https://app.example");
    });
  });

  it("trusts the given origins instead, reduced to origins", () => {
    const { origin, origins } = readTarget({
      messageOrigins: ["https://a.example/path?x", "http://localhost:1"],
    });

    expect(origin).toBe("https://hapi-connect.humanapi.co");
    expect(origins).toEqual(["https://a.example", "http://localhost:1"]);
  });

  it.each([
    ["baseUrl", { baseUrl: "javascript:alert(1)" }],
    ["baseUrl", { baseUrl: "" }],
    ["messageOrigins", { messageOrigins: ["https://a.example", "*"] }],
    ["messageOrigins", { messageOrigins: ["null"] }],
    ["messageOrigins", { messageOrigins: ["http://a.example"] }],
  ])("refuses a bad %s: %j", (option, options) => {
    expect(() => readTarget({ ...options })).toThrow(refusal(option));
  });
});

describe("toVendorOptions", () => {
  const base = { token: "abc", baseURL: "https://hapi-connect.humanapi.co", version: "V2" };

  it.each<[name: string, options: Partial<HumanConnectOptions>, expected: object]>([
    ["nothing but the token, the page and event mode by default", {}, {}],
    ["the mode", { mode: "auth" }, { mode: "auth" }],
    ["what select mode needs", { mode: "select", clientId: "c1" }, { mode: "select", clientId: "c1" }],
    ["a preseed that is false", { preseed: false }, { preseed: false }],
    ["a preseed that is true", { preseed: true }, { preseed: true }],
    [
      "preseeded sources",
      { preseededSources: [{ id: 1, name: "Café" }] },
      { preseededSources: [{ id: 1, name: "Café" }] },
    ],
    ["the invitation", { inviteSessionId: "i1" }, { inviteSessionId: "i1" }],
    ["configuration and segment", { config: "big", segment: "adults" }, { config: "big", segment: "adults" }],
    ["pinned providers as they are", { pinnedProviders: "a,b" }, { pinnedProviders: "a,b" }],
    ["pinned providers joined by commas", { pinnedProviders: ["a", "b"] }, { pinnedProviders: "a,b" }],
    [
      "nothing for an option that is undefined",
      { mode: undefined, segment: undefined, preseededSources: undefined },
      {},
    ],
    [
      "none of the kit's own options",
      {
        overlayOpacity: 0.2,
        container: "#here",
        closeOnBack: true,
        locale: "es",
        user: "ada",
        warmFrame: false,
        debug: true,
        onClose: () => {},
      },
      {},
    ],
  ])("holds %s", (_name, options, expected) => {
    expect(toVendorOptions({ ...options }, target, "abc")).toEqual({ ...base, ...expected });
  });

  it("is a fresh object each time, open for what the vendor writes into it", () => {
    const options = Object.freeze({ mode: "auth" as const });
    const first = toVendorOptions(options, target, "abc");
    const second = toVendorOptions(options, target, "abc");

    first["__baseURL"] = "https://elsewhere.example";

    expect(second).toEqual({ ...base, mode: "auth" });
    expect(Object.isExtensible(second)).toBe(true);
  });

  it.each<[name: string, options: object]>([
    ["mode", { mode: "AUTH" }],
    ["mode", { mode: "" }],
    ["mode", { mode: null }],
    ["clientId", { mode: "select" }],
    ["clientId", { mode: "select", clientId: "" }],
    ["preseededSources", { preseededSources: [{ name: "Клиника" }] }],
    ["preseededSources", { preseededSources: ["smile 😀"] }],
    ["preseededSources", { preseededSources: ["\u0100"] }],
  ])("refuses a bad %s: %j", (option, options) => {
    expect(() => toVendorOptions({ ...(options as Partial<HumanConnectOptions>) }, target, "abc")).toThrow(
      refusal(option),
    );
  });

  it.each<[name: string, preseededSources: unknown[]]>([
    ["a number that JSON does not know", [10n]],
    ["a circle", [circle()]],
  ])("refuses preseededSources that hold %s", (_name, preseededSources) => {
    expect(() => toVendorOptions({ preseededSources }, target, "abc")).toThrow(refusal("preseededSources"));
  });

  it("lets through exactly what the vendor's encoder can take", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (texts) => {
        const isEncodable = (): boolean => {
          try {
            btoa(JSON.stringify(texts));
            return true;
          } catch {
            return false;
          }
        };
        const isAccepted = (): boolean => {
          try {
            toVendorOptions({ preseededSources: texts }, target, "abc");
            return true;
          } catch {
            return false;
          }
        };

        expect(isAccepted()).toBe(isEncodable());
      }),
    );
  });
});

function circle(): unknown {
  const ring: { self?: unknown } = {};
  ring.self = ring;
  return ring;
}
