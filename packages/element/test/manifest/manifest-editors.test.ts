import { expect, it } from "vitest";
import { createManifest } from "../../../../scripts/manifest/create-manifest.mjs";
import { findElements } from "../../../../scripts/manifest/find-elements.mjs";
import { toCssData, toHtmlData } from "../../../../scripts/manifest/vscode-data.mjs";
import { toWebTypes } from "../../../../scripts/manifest/web-types.mjs";

const manifest = createManifest();
const tags = findElements(manifest).map(({ tagName }) => tagName);
const attributeNames = findElements(manifest).map(({ attributes }) => attributes!.map(({ name }) => name));

it("tells VS Code every tag with its attributes, and their values where there are few", () => {
  const html = toHtmlData(manifest);
  const attributes = new Map(html.tags[0]!.attributes.map((attribute) => [attribute.name, attribute]));

  expect(html.tags.map(({ name }) => name)).toEqual(tags);
  expect(html.tags.map((tag) => tag.attributes.map(({ name }) => name))).toEqual(attributeNames);
  expect(attributes.get("mode")!.values).toEqual([{ name: "auth" }, { name: "select" }]);
  expect(attributes.get("disabled")).toMatchObject({ valueSet: "v" });
  expect(attributes.get("token-url")!.values).toEqual([]);
});

it("tells VS Code each custom property, state and part once", () => {
  const css = toCssData(manifest);

  for (const list of [css.properties, css.pseudoClasses, css.pseudoElements]) {
    expect(list.length).toBeGreaterThan(5);
    expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
  }
  expect(css.pseudoClasses.map(({ name }) => name)).toContain(":state(connected)");
  expect(css.pseudoElements.map(({ name }) => name)).toContain("::part(button)");
  expect(css.properties.map(({ name }) => name)).toContain("--human-connect-accent");
});

it("tells JetBrains' editors the same, under the package's name", () => {
  const { name, version, contributions } = toWebTypes(manifest, { name: "@human-connect/element", version: "1.2.3" });
  const { elements } = contributions.html;
  const attributes = new Map(elements[0]!.attributes.map((attribute) => [attribute.name, attribute]));

  expect([name, version]).toEqual(["@human-connect/element", "1.2.3"]);
  expect(elements.map((element) => element.name)).toEqual(tags);
  expect(elements.map((element) => element.attributes.map((attribute) => attribute.name))).toEqual(attributeNames);
  expect(attributes.get("disabled")!.value).toEqual({ kind: "no-value", type: "boolean" });
  expect(attributes.get("locale")!.default).toBe("en");
  expect(elements[0]!.js.events.length).toBe(5);
  expect(contributions.css["pseudo-elements"].map((part) => part.name)).toContain("part(button)");
});
