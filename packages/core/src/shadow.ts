/**
 * Puts a method of our own before the one that an object has or inherits.
 *
 * @returns Takes it away again, so that the object is as it was.
 */
export function shadow(owner: object, name: string, value: (...args: never[]) => unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  return () => {
    if (own) Object.defineProperty(owner, name, own);
    else delete (owner as Record<string, unknown>)[name];
  };
}
