// In a document, a form and what is like them, the names of elements in the page stand before the methods and properties that the
// browser has given them: `<img name="createElement">`, `<form><input name="hidden"></form>`. So these are taken from where no
// name reaches.

export function createElement(tag: string): HTMLElement {
  return Document.prototype.createElement.call(document, tag);
}

export function createText(): Text {
  return Document.prototype.createTextNode.call(document, "");
}

/** The URL that relative ones start from. */
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

/** A selector of what has this id. `CSS.escape` is not in every simulated page. */
export function idSelector(id: string): string {
  return `#${id.replace(/^[\d-]|[^\w\u0080-\uffff-]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}`;
}
