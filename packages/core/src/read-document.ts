/**
 * A property of the document as browsers define it; a method comes bound. `document.body` and its like may be an element of the
 * page instead: one that is called `body` stands before the property (DOM clobbering).
 */
export function readDocument<K extends keyof Document>(name: K): Document[K] {
  const value: unknown = Reflect.get(Document.prototype, name, document);
  return (typeof value === "function" ? value.bind(document) : value) as Document[K];
}
