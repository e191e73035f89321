// What VS Code wants to know of custom elements. See https://github.com/microsoft/vscode-custom-data.
import { findElements, literals, unique } from "./find-elements.mjs";

const markdown = (value) => ({ kind: "markdown", value });

/** For the setting `html.customData`: tags, attributes and their values. */
export function toHtmlData(manifest) {
  const tags = findElements(manifest).map(({ tagName, description, attributes }) => ({
    name: tagName,
    description: markdown(description),
    attributes: attributes.map(({ name, description: docs, type }) => ({
      name,
      description: markdown(docs),
      // VS Code's own set of no values: an attribute that is there or not.
      ...(type.text === "boolean" ? { valueSet: "v" } : { values: literals(type).map((value) => ({ name: value })) }),
    })),
  }));
  return { version: 1.1, tags };
}

/** For the setting `css.customData`: custom properties, parts and states. */
export function toCssData(manifest) {
  const elements = findElements(manifest);
  const list = (kind, toName) =>
    unique(elements.flatMap((element) => element[kind] ?? [])).map(({ name, description }) => ({
      name: toName(name),
      description: markdown(description),
    }));
  return {
    version: 1.1,
    properties: list("cssProperties", (name) => name),
    pseudoClasses: list("cssStates", (name) => `:state(${name})`),
    pseudoElements: list("cssParts", (name) => `::part(${name})`),
  };
}
