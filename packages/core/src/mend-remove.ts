import { readDocument } from "./read-document.js";

/**
 * Gives the page its `remove()` back. Clients before 2.0.4 replace it by one that throws for whatever has no parent element:
 * detached nodes, children of fragments and of shadow roots (VENDOR.md F19).
 */
export function mendRemove(): void {
  try {
    readDocument("createElement")("i").remove();
  } catch {
    Element.prototype.remove = function (this: Element) {
      this.parentNode?.removeChild(this);
    };
    for (const { prototype } of [NodeList, HTMLCollection]) Reflect.deleteProperty(prototype, "remove");
  }
}
