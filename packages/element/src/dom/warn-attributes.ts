import { readAttribute } from "./native.js";

const told = /* @__PURE__ */ new WeakSet<Element>();

/**
 * Warns the developer that a function or an object was written into an attribute, which can hold neither. Some frameworks do that, on a
 * server or always, with a property of the same name.
 */
export function warnAttributes(host: Element): void {
  if (told.has(host)) return;
  const isObject = (name: string): boolean => readAttribute(host, name)?.startsWith("[object") ?? false;
  const properties = ["getToken", "options", "renderSource"];
  const property =
    properties.find((name) => readAttribute(host, name.toLowerCase()) !== null) ?? ["client"].find(isObject);
  if (!property) return;
  told.add(host);
  const found = property.toLowerCase();
  console.warn(
    `[human-connect] <${host.localName}> has an attribute ${found}, which does nothing: ${property} is a property. ` +
      `Solid: prop:${property}, Vue: .${property}, Svelte and React on a server: set it in an effect. ` +
      `Or use the attribute token-url.`,
  );
}
