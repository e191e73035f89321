// What JetBrains' editors want to know of custom elements. See https://github.com/JetBrains/web-types.
import { findElements, unique } from "./find-elements.mjs";

/** @param manifest The custom elements manifest. @param about `name` and `version` of the package. */
export function toWebTypes(manifest, { name, version }) {
  const elements = findElements(manifest);
  const list = (kind, toName) => unique(elements.flatMap((element) => element[kind] ?? [])).map(named(toName));
  return {
    $schema: "https://json.schemastore.org/web-types",
    name,
    version,
    "js-types-syntax": "typescript",
    "description-markup": "markdown",
    contributions: {
      html: { elements: elements.map(toElement) },
      css: {
        properties: list("cssProperties"),
        "pseudo-classes": list("cssStates", (state) => `state(${state})`),
        "pseudo-elements": list("cssParts", (part) => `part(${part})`),
      },
    },
  };
}

function toElement({ tagName, name, description, attributes, members, slots = [], events = [] }) {
  return {
    name: tagName,
    description,
    source: { symbol: name },
    attributes: attributes.map(({ name: attribute, description: docs, type, default: value }) => ({
      name: attribute,
      description: docs,
      ...(value !== undefined && { default: value.replace(/^"(.*)"$/, "$1") }),
      value: type.text === "boolean" ? { kind: "no-value", type: "boolean" } : { type: type.text },
    })),
    slots: slots.map(named()),
    js: {
      properties: members.filter(({ kind }) => kind === "field").map(typed),
      events: events.map(typed),
    },
  };
}

function named(toName = (name) => name) {
  return ({ name, description }) => ({ name: toName(name), description });
}

function typed({ name, description, type, readonly }) {
  return { name, description, type: type?.text, ...(readonly && { "read-only": true }) };
}
