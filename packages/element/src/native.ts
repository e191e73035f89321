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
  return Object.getOwnPropertyDescriptor(Node.prototype, "baseURI")!.get!.call(document) as string;
}

export function findAll(root: Node, selector: string): Element[] {
  const { querySelectorAll } = root instanceof Document ? Document.prototype : DocumentFragment.prototype;
  return [...querySelectorAll.call(root, selector)];
}

export function readAttribute(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}
