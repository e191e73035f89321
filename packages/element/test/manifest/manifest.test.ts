import { readdirSync, readFileSync } from "node:fs";
import { eventTypes, type HumanConnectState, readButtonLabels, readViewLabels } from "@human-connect/core";
import { describe, expect, it } from "vitest";
import { createManifest, type Doc } from "../../../../scripts/manifest/create-manifest.mjs";
import { findElements } from "../../../../scripts/manifest/find-elements.mjs";
import { readCardLabels } from "../../../core/src/words/card-labels.js";
import { englishWidgetLabels } from "../../../core/src/words/widget-labels.js";
import { HumanConnectButton, HumanConnectCard, HumanConnectList, HumanConnectStatus } from "../../src/index.js";
import { readClient, readLabels, readOptions } from "../../src/attributes/read-options.js";

const manifest = createManifest();
const elements = findElements(manifest);
const source = new URL("../../src/", import.meta.url);
const readSources = (folder: URL): string =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(new URL(file, folder), "utf8"))
    .join("\n");

const find = (tag: string) => elements.find(({ tagName }) => tagName === tag)!;
const names = (docs: readonly Doc[] | undefined): string[] => (docs ?? []).map(({ name }) => name).toSorted();
const allNames = (kind: "cssParts" | "cssProperties" | "slots"): string[] => [
  ...new Set(elements.flatMap((element) => names(element[kind]))),
];
const matches = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name]) => name!)),
];
const byName = (one: string, other: string): number => (one < other ? -1 : 1);

/** Every attribute that the code of a button or a card looks at, as it looks at it. */
function readAttributeNames({ observedAttributes }: typeof HumanConnectButton): string[] {
  const read: string[] = [];
  const record = (name: string): null => {
    read.push(name);
    return null;
  };
  readOptions(record);
  readClient("cdn", record);
  const words = { ...readButtonLabels({}), ...readViewLabels({}), ...readCardLabels({}), ...englishWidgetLabels({}) };
  const labels = Object.keys(words).map(
    (word) => `label-${word.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`,
  );
  expect(Object.keys(readLabels(labels.map((name) => ({ name, value: "word" }))))).toEqual(Object.keys(words));
  // A browser hides the nonce, so its property is read.
  return [...new Set([...read, ...labels, "nonce", ...observedAttributes])].toSorted(byName);
}

describe("the manifest", () => {
  it.each([
    ["human-connect-button", HumanConnectButton],
    ["human-connect-card", HumanConnectCard],
  ] as const)("names every attribute that %s reads, and none that it does not", (tag, element) => {
    expect(names(find(tag).attributes)).toEqual(readAttributeNames(element));
  });

  it("knows that no attribute is looked at elsewhere", () => {
    const looked = matches(readSources(source), /\b(?:get|has|read)Attribute\((?:\w+, )?"([\w-]+)"\)/g);
    const known = elements.flatMap(({ attributes }) => names(attributes));

    expect(looked.length).toBeGreaterThan(1);
    expect(
      looked.filter((name) => !known.includes(name) && !["slot", "hidden", "shadowrootmode"].includes(name)),
    ).toEqual([]);
  });

  it.each([
    ["human-connect-list", HumanConnectList],
    ["human-connect-status", HumanConnectStatus],
  ] as const)("names every attribute that %s observes, and none that it does not", (tag, element) => {
    expect(names(find(tag).attributes)).toEqual(element.observedAttributes.toSorted(byName));
  });

  it("names the elements that define registers", () => {
    const registered = matches(readFileSync(new URL("define.ts", source), "utf8"), /\["([\w-]+)", \w+\]/g);

    expect(elements.map(({ tagName }) => tagName).toSorted()).toEqual(registered.toSorted());
    expect(
      manifest.modules
        .at(-1)!
        .exports.map(({ name }) => name)
        .toSorted(),
    ).toEqual(registered.toSorted());
  });

  it("names the events of the core's table", () => {
    expect(names(find("human-connect-button").events)).toEqual(
      eventTypes.map((type) => `human-connect-${type}`).toSorted(),
    );
  });

  it("names the states that the code shows", () => {
    const shown = { idle: 1, loading: 1, open: 1, closed: 1, error: 1, connected: 1 } satisfies Record<
      HumanConnectState["status"] | "connected",
      1
    >;

    expect(names(find("human-connect-button").cssStates)).toEqual(Object.keys(shown).toSorted());
  });

  it("names the parts and the slots that the code draws", () => {
    const drawn = readSources(source);

    expect(allNames("cssParts").toSorted()).toEqual(matches(drawn, /\bpart: "([\w-]+)"/g).toSorted());
    expect(allNames("slots").filter(Boolean).toSorted()).toEqual(
      matches(drawn, /\["slot", \{ name: "([\w-]+)"/g).toSorted(),
    );
  });

  it("names the custom properties that the styles use", () => {
    const core = new URL("../../../core/src/", import.meta.url);
    const styles = ["styles.css", "stage/styles.ts"].map((file) => readFileSync(new URL(file, core), "utf8"));

    expect(allNames("cssProperties").toSorted()).toEqual(
      matches(styles.join("\n"), /var\((--human-connect-[\w-]+)/g).toSorted(),
    );
  });

  it("says of everything what it is, and of what type", () => {
    const untold = elements.flatMap((element) => [
      ...Object.entries(element).flatMap(([kind, docs]) =>
        Array.isArray(docs) ? (docs as Doc[]).filter((doc) => !doc.description).map(({ name }) => [kind, name]) : [],
      ),
      ...[...element.attributes!, ...(element.events ?? [])]
        .filter(({ type }) => !type?.text || type.text.includes("undefined"))
        .map(({ name }) => ["type", name]),
    ]);

    expect(untold).toEqual([]);
  });

  it.each([
    ["overlay-opacity", "number", "0.6"],
    ["warm-frame", "boolean", "true"],
    ["mode", '"auth" | "select"', undefined],
    ["prepare-on", '"intent" | "visible" | "mount" | "none"', '"intent"'],
    ["client", '"cdn" | "direct" | "global" | "npm"', '"cdn"'],
    ["pinned-providers", "string", undefined],
    ["label-retry", "string", '"Try again"'],
  ])("gives %s the type %s and the default %s", (name, type, value) => {
    const attribute = find("human-connect-button").attributes!.find((found) => found.name === name)!;

    expect([attribute.type!.text, attribute.default]).toEqual([type, value]);
  });

  it("knows the methods and what can only be a property", () => {
    const { members = [] } = find("human-connect-button");

    expect(names(members.filter(({ kind }) => kind === "method"))).toEqual([
      "click",
      "close",
      "focus",
      "open",
      "prepare",
    ]);
    expect(names(members.filter(({ kind }) => kind === "field"))).toEqual(
      expect.arrayContaining(["client", "connect", "getToken", "options", "state", "tokenUrl"]),
    );
    expect(members.filter(({ name }) => /^[#_]|Callback$/.test(name))).toEqual([]);
  });
});
