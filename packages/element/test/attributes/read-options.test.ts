import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinWords, judgeClient, readClient, readLabels, readOptions } from "../../src/attributes/read-options.js";

const from = (attributes: Record<string, string>) => (name: string) => attributes[name] ?? null;

describe("readOptions", () => {
  it.each([
    [{ "base-url": " https://connect.example " }, { baseUrl: "https://connect.example" }],
    [
      { mode: "select", "client-id": "abc" },
      { mode: "select", clientId: "abc" },
    ],
    [
      { segment: "adults", config: "main", "invite-session-id": "i1", user: "ada", locale: "es-MX" },
      { segment: "adults", config: "main", inviteSessionId: "i1", user: "ada", locale: "es-MX" },
    ],
    [{ "pinned-providers": "a1, b2 ,,c3" }, { pinnedProviders: ["a1", "b2", "c3"] }],
    [
      { preseed: "", debug: "true", "prefetch-token": "prefetch-token" },
      { preseed: true, debug: true, prefetchToken: true },
    ],
    [
      { preseed: "false", "warm-frame": "false" },
      { preseed: false, warmFrame: false },
    ],
    [{ "overlay-opacity": "0.25" }, { overlayOpacity: 0.25 }],
    [{ "overlay-opacity": "dark" }, {}],
    [
      { "initial-connections": ' [{"id":"a1","name":"Alder Clinic"}] ' },
      { initialConnections: [{ id: "a1", name: "Alder Clinic" }] },
    ],
    [{ "initial-connections": "[]" }, { initialConnections: [] }],
    ...["[", "{}", "null", '["a1"]', '[{"id":1,"name":"Alder Clinic"}]', "[null]"].map(
      (text) => [{ "initial-connections": text }, {}] as [Record<string, string>, object],
    ),
    [{ "base-url": "", user: "  ", "overlay-opacity": "", "pinned-providers": "" }, {}],
    [{ "token-url": "/token", class: "wide", onclick: "x" }, {}],
  ])("reads %j as %j", (attributes, options) => {
    expect(readOptions(from(attributes))).toEqual(options);
  });

  it("leaves a mistake to Connect, which names it", () => {
    expect(readOptions(from({ mode: "edit" }))).toEqual({ mode: "edit" });
  });

  it("takes any text without throwing, and gives no option that it was not given", () => {
    const names = [
      "base-url",
      "mode",
      "overlay-opacity",
      "pinned-providers",
      "preseed",
      "warm-frame",
      "locale",
      "user",
      "initial-connections",
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string({ unit: "binary" })), (attributes) => {
        const options = readOptions(from(attributes));
        expect(Object.keys(options).length).toBeLessThanOrEqual(Object.keys(attributes).length);
        expect(Object.values(options)).not.toContain(undefined);
        expect(options.overlayOpacity).not.toBeNaN();
      }),
    );
  });
});

describe("readLabels", () => {
  it("reads the words by their names with dashes", () => {
    const attributes = [
      { name: "label-connect", value: "Share" },
      { name: "label-no-connections", value: "Nothing yet" },
      { name: "label-retry", value: " " },
      { name: "labelled", value: "no" },
      { name: "id", value: "no" },
    ];

    expect(readLabels(attributes)).toEqual({ connect: "Share", noConnections: "Nothing yet" });
  });

  it("takes any attributes without throwing", () => {
    const attribute = fc.record({ name: fc.string().map((name) => `label-${name}`), value: fc.string() });
    fc.assert(
      fc.property(fc.array(attribute), (attributes) => {
        const labels = readLabels(attributes);
        expect(Object.getPrototypeOf(labels)).toBe(Object.prototype);
        expect(Object.values(labels).every((value) => typeof value === "string")).toBe(true);
      }),
    );
  });
});

describe("joinWords", () => {
  it("lets a later place count before an earlier one, word by word", () => {
    const words = joinWords({ locale: "es", labels: { connect: "one", retry: "again" } }, undefined, {
      labels: { connect: "two", retry: undefined },
    });

    expect(words).toEqual({ locale: "es", labels: { connect: "two", retry: "again" } });
  });
});

describe("the client", () => {
  it.each(["npm", "cnd", "CDN"])("%j is refused in words that help", (kind) => {
    expect(judgeClient(kind, from({}))).toContain('import "@human-connect/element/npm"');
  });

  it.each([undefined, null, "", "cdn", "direct", " global "])("%j is taken", (kind) => {
    expect(judgeClient(kind, from({}))).toBe(undefined);
  });

  it.each([undefined, null, "", "cdn", "direct", " global "])("makes a client of %j without doing anything", (kind) => {
    const client = readClient(kind, from({ "client-url": "", "client-version": "" }), "n0nce");

    expect(client.load).toBeTypeOf("function");
  });
});
