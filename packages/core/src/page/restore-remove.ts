import { readDocument } from "./read-document.js";

/**
 * Restores the page's `remove()`. Clients before 2.0.4 replace it with one that throws for nodes without a parent element: detached
 * nodes, children of fragments and of shadow roots (docs/vendor.md#f19).
 */
export function restoreRemove(): void {
  try {
    readDocument("createElement")("i").remove();
  } catch {
    Element.prototype.remove = function (this: Element) {
      this.parentNode?.removeChild(this);
    };
    for (const { prototype } of [NodeList, HTMLCollection]) Reflect.deleteProperty(prototype, "remove");
  }
}
