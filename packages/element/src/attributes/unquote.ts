import type { PropertyDeclaration } from "@lit/reactive-element";

/**
 * An attribute's value without the curly quotes that a word processor or a CMS wrote instead of straight ones: curly quotes do not
 * delimit a value, so that `token-url=”/token”` is an address with quotes in it.
 */
export function unquote(value: string): string {
  return value.trim().replace(/^[“”„″]\s*(.*?)\s*[“”″]$/s, "$1");
}

/** Converter of a property with a text attribute. */
export const unquoted: NonNullable<PropertyDeclaration["converter"]> = {
  fromAttribute: (value: string | null): string | null => value && unquote(value),
};
