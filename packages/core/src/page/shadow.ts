import { bare } from "../base/bare.js";
import { HumanConnectError } from "../model/errors.js";

/**
 * Shadows a property that an object has or inherits.
 *
 * @returns Restores the object, unless other code has replaced the property meanwhile.
 * @throws {HumanConnectError} `client-failed` when the page does not allow the property to be replaced; nothing has changed then.
 */
export function shadow(owner: object, name: string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  // A property declared by a script cannot be deleted, but it can be written.
  const ours = own && !own.configurable ? { value } : { value, configurable: true, writable: true };
  define(owner, name, ours);
  return () => {
    const now = Object.getOwnPropertyDescriptor(owner, name);
    if (!now || now.value !== value) return;
    if (own) define(owner, name, own);
    else delete (owner as Record<string, unknown>)[name];
  };
}

/** Defines a property, whatever `Object.prototype` contains. @throws {HumanConnectError} `client-failed` */
export function define(owner: object, name: string, descriptor: PropertyDescriptor): void {
  try {
    Object.defineProperty(owner, name, bare(descriptor));
  } catch (cause) {
    throw new HumanConnectError(
      "client-failed",
      `A script of this page has made ${name} read-only, so Connect's code cannot be isolated from the page. Keep it configurable.`,
      { cause },
    );
  }
}
