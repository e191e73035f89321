import { isKnownScript } from "@human-connect/core/face";
import { afterEach, describe, expect, it } from "vitest";
import {
  configureElements,
  readConfiguration,
  type ElementsConfiguration,
} from "../../src/attributes/configure-elements.js";
import { readScriptQuery } from "../../src/attributes/script-query.js";

const nothing = { clientOrigins: [], connectOrigins: [], tokenOrigins: [], prefetchToken: false };
const site = { origin: "https://shop.example", hostname: "shop.example" };

afterEach(() => configureElements(nothing));

describe("configureElements", () => {
  it("allows nothing before it is called", () => {
    expect(readConfiguration()).toEqual(nothing);
  });

  it("replaces what is given, and leaves the rest", () => {
    configureElements({ clientOrigins: ["https://cdn.example"], prefetchToken: true });
    configureElements({ clientOrigins: undefined, tokenOrigins: ["https://api.example", "http://localhost:3000"] });

    expect(readConfiguration()).toEqual({
      clientOrigins: ["https://cdn.example"],
      connectOrigins: [],
      tokenOrigins: ["https://api.example", "http://localhost:3000"],
      prefetchToken: true,
    });
  });

  it("counts for the policy that blesses scripts as well", () => {
    configureElements({ clientOrigins: ["https://cdn.example"] });
    expect(isKnownScript("https://cdn.example/x.js", site)).toBe(true);

    configureElements({ clientOrigins: [] });
    expect(isKnownScript("https://cdn.example/x.js", site)).toBe(false);
  });

  it("keeps a list of its own, which nobody changes afterwards", () => {
    const origins = ["https://cdn.example"];
    configureElements({ clientOrigins: origins });

    origins.push("https://evil.example");

    expect(readConfiguration().clientOrigins).toEqual(["https://cdn.example"]);
  });

  it.each<[unknown, RegExp]>([
    [null, /expects an object/],
    ["https://cdn.example", /expects an object/],
    [{ clientOrigin: ["https://cdn.example"] }, /unknown option "clientOrigin"\. Known options are clientOrigins, /],
    [{ prefetchToken: "true" }, /prefetchToken must be true or false/],
    ...["https://cdn.example", [null], [undefined], ["*"], ["https://*"], ["https://*.example"], ["https:"], [""]].map(
      (clientOrigins): [unknown, RegExp] => [{ clientOrigins }, /clientOrigins must be a list of origins/],
    ),
    ...[
      "https://cdn.example/",
      "https://cdn.example/path",
      "https://cdn.example?x",
      "https://user@cdn.example",
      "HTTPS://CDN.example",
      "https://cdn.example:443",
      "http://cdn.example",
      "blob:https://cdn.example",
      "null",
      "data:,",
    ].map((origin): [unknown, RegExp] => [{ tokenOrigins: [origin] }, /tokenOrigins must be a list of origins/]),
  ])("refuses %j, and changes nothing", (wrong, message) => {
    configureElements({ connectOrigins: ["https://connect.example"] });

    expect(() => configureElements(wrong as ElementsConfiguration)).toThrow(message);
    if (wrong instanceof Object)
      expect(() => configureElements({ prefetchToken: true, ...wrong } as never)).toThrow(TypeError);

    expect(readConfiguration()).toEqual({ ...nothing, connectOrigins: ["https://connect.example"] });
  });

  it("takes nothing from a prototype", () => {
    const proto = Object.prototype as { prefetchToken?: boolean };
    proto.prefetchToken = true;
    try {
      configureElements({});
    } finally {
      delete proto.prefetchToken;
    }

    expect(readConfiguration().prefetchToken).toBe(false);
  });
});

describe("the query of the script's address", () => {
  it.each<[string, ElementsConfiguration]>([
    ["", {}],
    ["?v=1.2.3#client-origins=https://cdn.example", {}],
    ["?client-origins=https%3A%2F%2Fcdn.example", { clientOrigins: ["https://cdn.example"] }],
    [
      "?client-origins=https://a.example,https://b.example",
      { clientOrigins: ["https://a.example", "https://b.example"] },
    ],
    [
      "?token-origins=https://a.example&token-origins=https://b.example",
      { tokenOrigins: ["https://a.example", "https://b.example"] },
    ],
    [
      "?connect-origins=https://a.example&prefetch-token",
      { connectOrigins: ["https://a.example"], prefetchToken: true },
    ],
    ["?prefetch-token=true", { prefetchToken: true }],
    ["?prefetch-token=false", { prefetchToken: false }],
  ])("says of %s: %j", (query, configuration) => {
    const read = readScriptQuery(`https://shop.example/human-connect.js${query}`);

    expect(JSON.parse(JSON.stringify(read))).toEqual(configuration);
    expect(() => configureElements(read)).not.toThrow();
  });

  it.each(["?client-origins=", "?client-origins=cdn.example", "?token-origins=*"])(
    "is refused like any other: %s",
    (query) => {
      expect(() => configureElements(readScriptQuery(`https://shop.example/human-connect.js${query}`))).toThrow(
        TypeError,
      );
    },
  );
});
