import { readDocument } from "./read-document.js";

/** Elements whose name is a property of the document. */
const named = "embed,form,iframe,img,object";

/**
 * Takes their names from elements of the page that are called as the document's own properties are, so that the vendor's code
 * finds `document.body` and not an image of that name. For calls that end before anything else can run.
 *
 * @returns Gives the names back.
 */
export function hideNamesakes(): () => void {
  // Not by methods of the elements: in a form, those too may be its fields.
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
