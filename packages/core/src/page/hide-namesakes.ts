import { readDocument } from "./read-document.js";

/** Elements whose name becomes a property of the document. */
const named = "embed,form,iframe,img,object";

/**
 * Removes the names of elements that shadow properties of the document, so that the vendor's code finds `document.body` and not an image
 * of that name. For synchronous calls only.
 *
 * @returns Restores the names.
 */
export function hideNamesakes(): () => void {
  // Prototype methods: in a form, those of the element may be shadowed by its fields.
  const { getAttribute, removeAttribute, setAttribute } = Element.prototype;
  const taken: [element: Element, attribute: string, name: string][] = [];
  for (const element of readDocument("querySelectorAll")(named)) {
    for (const attribute of ["name", "id"]) {
      const name = getAttribute.call(element, attribute);
      if (name && name in Document.prototype) taken.push([element, attribute, name]);
    }
  }
  for (const [element, attribute] of taken) removeAttribute.call(element, attribute);
  return () => taken.splice(0).forEach(([element, ...given]) => setAttribute.apply(element, given));
}
