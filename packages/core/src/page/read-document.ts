/**
 * Reads a property of the document as browsers define it; a method is returned bound, and may be one that a script has set. An element of
 * the page named `body`, or `createElement`, shadows the property of that name (DOM clobbering).
 */
export function readDocument<K extends keyof Document>(name: K): Document[K] {
  const found: unknown = document[name];
  // Some elements are callable.
  const isMethod = typeof found === "function" && !(found instanceof Node);
  const value: unknown = isMethod ? found : Reflect.get(Document.prototype, name, document);
  return (typeof value === "function" ? value.bind(document) : value) as Document[K];
}
