import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostedConnectUrl, readHostedCallback, type HostedConnectOptions } from "../src/hosted.js";

const options: HostedConnectOptions = {
  clientId: "client",
  token: "a+b&c#d é",
  callback: "https://app.example/back?tab=1",
  state: "s-1",
};
const source = { id: "5b1daf3f079c652eaf41fd23", name: "Alderwick Family Clinic" };

describe("hostedConnectUrl", () => {
  it("encodes each value once, and keeps the callback's own query", () => {
    const url = hostedConnectUrl({ ...options, mode: "auth", segment: "cardiology", pinnedProviders: ["one", "two"] });

    expect(url.origin + url.pathname).toBe("https://hapi-link.humanapi.co/connect");
    expect(Object.fromEntries(url.searchParams)).toEqual({
      clientId: "client",
      token: "a+b&c#d é",
      callback: "https://app.example/back?tab=1&state=s-1",
      mode: "auth",
      segment: "cardiology",
      pinnedProviders: "one,two",
    });
  });

  it("leaves out what is not given", () => {
    expect([...hostedConnectUrl(options).searchParams.keys()]).toEqual(["clientId", "token", "callback"]);
  });

  it.each([
    ["otterbrook://back", "otterbrook://back?state=s-1"],
    ["com.example.app:/connected?tab=1", "com.example.app:/connected?tab=1&state=s-1"],
    ["msgboard://back", "msgboard://back?state=s-1"],
    ["https://app.example:8443/back#end", "https://app.example:8443/back?state=s-1#end"],
    ["http://localhost:3000/back", "http://localhost:3000/back?state=s-1"],
    ["http://[::1]:3000/back", "http://[::1]:3000/back?state=s-1"],
  ])("accepts %s as callback", (callback, expected) => {
    expect(hostedConnectUrl({ ...options, callback }).searchParams.get("callback")).toBe(expected);
  });

  it.each(["clientId", "token", "callback", "state"] as const)("throws a TypeError that names a missing %s", (name) => {
    expect(() => hostedConnectUrl({ ...options, [name]: " " })).toThrow(
      new TypeError(`hostedConnectUrl: ${name} is missing`),
    );
  });

  it.each(["/back", "back", "https:///", "//app.example/back"])("refuses %s as callback", (callback) => {
    expect(() => hostedConnectUrl({ ...options, callback })).toThrow("callback must be an absolute URL");
  });

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " java\tscript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "blob:https://a.example/b",
    "filesystem:https://a.example/x",
    "file:///etc/passwd",
    "about:blank",
    "view-source:https://a.example",
    "jar:https://a.example!/x",
    "content://media/1",
    "chrome://settings",
    "chrome-extension://a/b",
    "moz-extension://a/b",
    "edge://x",
    "ms-settings:x",
    "resource://x",
    "http://app.example/back",
    "http://localhost.example/back",
    "http://192.168.0.4/back",
    "ftp://a.example/",
    "ws://a.example/",
    "wss://a.example/",
    "sftp://a.example/",
    "ldap://a.example/",
    "urn:x:y",
    "web+app://x",
    "mailto:a@b.example",
    "tel:1",
    "sms:1",
    "intent://x#Intent;end",
    "market://x",
    "itms-apps://x",
    "geo:0,0",
  ])("refuses %s, which is not the app's own", (callback) => {
    expect(() => hostedConnectUrl({ ...options, callback })).toThrow(
      /callback must be https .*, or the scheme of your app/,
    );
  });

  it.each([
    ["callback", { callback: "https://app.example@evil.example/" }],
    ["callback", { callback: "https://app.example:pw@evil.example/" }],
    ["callback", { callback: "otterbrook://user@back" }],
    ["hostedUrl", { hostedUrl: "https://hapi-link.humanapi.co@evil.example/connect" }],
  ])("refuses a %s with a name or a password before its host: %o", (name, given) => {
    expect(() => hostedConnectUrl({ ...options, ...given })).toThrow(
      `${name} must not contain a user name or a password`,
    );
  });
});

describe("where the hosted page is", () => {
  it.each(["http://hapi-link.humanapi.co/connect", "http://192.168.0.4/", "ftp://localhost/connect"])(
    "may not be %s, where the token would travel in the clear",
    (hostedUrl) => {
      expect(() => hostedConnectUrl({ ...options, hostedUrl })).toThrow("hostedUrl must be https");
    },
  );

  it.each(["https://elsewhere.example/connect", "http://localhost:4600/connect", "http://127.0.0.1:4600/connect"])(
    "may be %s",
    (hostedUrl) => {
      expect(hostedConnectUrl({ ...options, hostedUrl }).href).toContain(hostedUrl);
    },
  );
});

describe("readHostedCallback", () => {
  const back = (query: Record<string, string>): string => `https://app.example/back?${new URLSearchParams(query)}`;

  it("reads what the page hands back into a session", () => {
    const url = back({
      state: "s-1",
      currentConnections: JSON.stringify([source]),
      sessionResults: JSON.stringify({ connectedSources: [source], disconnectedSources: [], requestedSources: [] }),
    });

    const session = readHostedCallback(url, "s-1");

    expect(session?.currentConnections).toEqual([source]);
    expect(session?.sessionResults.connectedSources).toEqual([source]);
  });

  it.each([
    ["another state", back({ state: "s-2", currentConnections: "[]" }), "s-1"],
    ["no state", back({ currentConnections: "[]" }), "s-1"],
    ["no expected state", back({ state: "", currentConnections: "[]" }), ""],
    ["no result", back({ state: "s-1" }), "s-1"],
    ["a broken result", back({ state: "s-1", currentConnections: "[{" }), "s-1"],
    ["no URL", "not a url", "s-1"],
  ])("is undefined for %s", (_, url, state) => {
    expect(readHostedCallback(url, state)).toBeUndefined();
  });

  it.each([
    ["SESSION_TOKEN_EXPIRED", "token-expired"],
    ["SESSION_TOKEN_INVALID", "token-invalid"],
    ["MISSING_SESSION_TOKEN", "token-missing"],
  ])("throws for the status %s, which says %s", (status, code) => {
    const url = back({ state: "s-1", status, currentConnections: "[]" });

    expect(() => readHostedCallback(url, "s-1")).toThrow(expect.objectContaining({ code }));
    expect(readHostedCallback(url, "s-2")).toBeUndefined();
  });

  it.each(["SUCCESS", "anything", ""])("reads the results beside the status %j", (status) => {
    const url = back({ state: "s-1", status, currentConnections: JSON.stringify([source]) });

    expect(readHostedCallback(url, "s-1")?.currentConnections).toEqual([source]);
  });

  it("never throws otherwise, whatever the query holds", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom("sessionResults", "currentConnections", "requestedProviders", "x"),
          fc.oneof(fc.string(), fc.json()),
        ),
        (query) => {
          const session = readHostedCallback(back({ ...query, state: "s" }), "s");
          expect(session === undefined || Object.isFrozen(session)).toBe(true);
        },
      ),
    );
  });
});
