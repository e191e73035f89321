// In a document or a form, named elements shadow the built-in methods and properties: `<img name="createElement">`,
// `<form><input name="hidden"></form>`. So this module calls those of the prototypes (DOM clobbering).

export function createElement(tag: string): HTMLElement {
  return Document.prototype.createElement.call(document, tag);
}

export function createText(): Text {
  return Document.prototype.createTextNode.call(document, "");
}

/** The base for relative URLs. */
export function readBaseUri(): string {
  return Reflect.get(Document.prototype, "baseURI", document);
}

export function findAll(root: Node, selector: string): Element[] {
  const { querySelectorAll } = root instanceof Document ? Document.prototype : ShadowRoot.prototype;
  return [...querySelectorAll.call(root, selector)];
}

export function readAttribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** A selector for an id. Some simulated DOMs lack `CSS.escape`. */
export function idSelector(id: string): string {
  return `#${id.replace(/^[\d-]|[^\w\u0080-\uffff-]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}`;
}
