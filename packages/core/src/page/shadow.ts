import { bare } from "../base/bare.js";
import { HumanConnectError } from "../model/errors.js";

/**
 * Puts a property of our own before the one that an object has or inherits.
 *
 * @returns Takes it away again, so that the object is as it was; whoever has replaced ours meanwhile keeps theirs.
 * @throws {HumanConnectError} `client-failed` when the page does not let it be replaced, and then nothing has changed.
 */
export function shadow(owner: object, name: string, value: unknown): () => void {
  const own = Object.getOwnPropertyDescriptor(owner, name);
  // What a script has declared cannot be taken away, but it can be written.
  const ours = own && !own.configurable ? { value } : { value, configurable: true, writable: true };
  define(owner, name, ours);
  return () => {
    const now = Object.getOwnPropertyDescriptor(owner, name);
    if (!now || now.value !== value) return;
    if (own) define(owner, name, own);
    else delete (owner as Record<string, unknown>)[name];
  };
}

/** Defines a property, whatever stands on `Object.prototype`. @throws {HumanConnectError} `client-failed` */
export function define(owner: object, name: string, descriptor: PropertyDescriptor): void {
  try {
    Object.defineProperty(owner, name, bare(descriptor));
  } catch (cause) {
    throw new HumanConnectError(
      "client-failed",
      `A script of this page has made ${name} unchangeable, so that Connect's code cannot be kept apart from the page. Leave it configurable.`,
      { cause },
    );
  }
}
