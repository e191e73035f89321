/**
 * A property of the document as browsers define it; a method comes bound, and may be one that a script has put there. An element of
 * the page that is called `body`, or `createElement`, stands before the property of that name (DOM clobbering).
 */
export function readDocument<K extends keyof Document>(name: K): Document[K] {
  const found: unknown = document[name];
  // Some elements count as functions.
  const isMethod = typeof found === "function" && !(found instanceof Node);
  const value: unknown = isMethod ? found : Reflect.get(Document.prototype, name, document);
  return (typeof value === "function" ? value.bind(document) : value) as Document[K];
}
