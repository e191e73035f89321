import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { allowScriptOrigins, isKnownScript } from "../../src/client/script-origins.js";

const site = { origin: "https://shop.example", hostname: "shop.example" };
const local = { origin: "http://localhost:3000", hostname: "localhost" };

afterEach(() => allowScriptOrigins([]));

describe("a script that only markup names", () => {
  it.each([
    "https://cdn.humanapi.co/humanapi-connect-client@latest.js",
    "https://cdn.humanapi.co:443/anything.js?x=1",
    "https://shop.example/scripts/connect.js",
  ])("is known at %s", (address) => {
    expect(isKnownScript(address, site)).toBe(true);
  });

  it.each([
    "https://cdn.example/humanapi-connect-client@latest.js",
    "https://cdn.humanapi.co.example/x.js",
    "https://cdn.humanapi.co@evil.example/x.js",
    "https://cdn.humanapi.co:8443/x.js",
    "https://humanapi.co/x.js",
    "https://sub.cdn.humanapi.co/x.js",
    "http://cdn.humanapi.co/x.js",
    "http://shop.example/x.js",
    "https://shop.example:8443/x.js",
    "//cdn.humanapi.co/x.js",
    "/scripts/connect.js",
    "blob:https://shop.example/1",
    "data:text/javascript,0",
    "javascript:0",
    "",
    "http://localhost:8000/humanapi-connect-client@latest.js",
    "https://localhost/humanapi-connect-client@latest.js",
  ])("is not known at %j", (address) => {
    expect(isKnownScript(address, site)).toBe(false);
  });

  it.each(["localhost", "127.0.0.1", "127.9.9.9", "[::1]", "kit.localhost"])(
    "may be the sandbox's on a developer's machine, which is also called %s",
    (hostname) => {
      const page = { origin: `http://${hostname}:3000`, hostname };

      expect(isKnownScript("http://localhost:8000/humanapi-connect-client@latest.js", page)).toBe(true);
      expect(isKnownScript(`http://${hostname}:8000/humanapi-connect-client@2.4.1.js?retry=1`, page)).toBe(true);
    },
  );

  it.each([
    "http://localhost:8000/evil.js",
    "http://localhost:8000/x/humanapi-connect-client@latest.js",
    "http://localhost:8000/humanapi-connect-client@latest.js/evil.js",
    "http://localhost:8000/humanapi-connect-client@..%2fevil.js",
    "http://localhost:8000/humanapi-connect-client@2.4.js",
    "http://localhost.example/humanapi-connect-client@latest.js",
    "http://127.0.0.1.example/humanapi-connect-client@latest.js",
    "ftp://localhost/humanapi-connect-client@latest.js",
  ])("is under that name alone there: %s is not", (address) => {
    expect(isKnownScript(address, local)).toBe(false);
  });

  it("may come from where a script of the page says, until it says something else", () => {
    allowScriptOrigins(["https://cdn.example"]);
    expect(isKnownScript("https://cdn.example/any.js", site)).toBe(true);
    expect(isKnownScript("https://cdn.example.evil/any.js", site)).toBe(false);

    allowScriptOrigins([]);
    expect(isKnownScript("https://cdn.example/any.js", site)).toBe(false);
  });

  it("never comes in the clear from another machine, whatever is said", () => {
    allowScriptOrigins(["http://cdn.example"]);
    const address = fc.oneof(fc.string(), fc.webUrl({ validSchemes: ["http", "ftp", "ws"] }));
    fc.assert(
      fc.property(address, (text) => {
        expect(isKnownScript(text, site)).toBe(false);
      }),
    );
    expect(isKnownScript("http://cdn.example/any.js", site)).toBe(false);
  });
});
