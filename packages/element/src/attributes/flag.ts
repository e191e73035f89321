import type { PropertyDeclaration } from "@lit/reactive-element";
import { unquote } from "./unquote.js";

/**
 * Converter of a property that is true if its attribute is present, except with the value `"false"`, which Svelte, Vue and Solid write
 * on a server for a custom element.
 */
export const flag: NonNullable<PropertyDeclaration["converter"]> = {
  fromAttribute: (value: string | null): boolean => value !== null && unquote(value) !== "false",
  toAttribute: (value: unknown): string | null => (value ? "" : null),
};
