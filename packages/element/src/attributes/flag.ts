import type { PropertyDeclaration } from "@lit/reactive-element";

/**
 * Of a property that is true when its attribute is there, and false for `"false"`: Svelte, Vue and Solid write that on a server for
 * a custom element.
 */
export const flag: NonNullable<PropertyDeclaration["converter"]> = {
  fromAttribute: (value: string | null): boolean => value !== null && value.trim() !== "false",
  toAttribute: (value: unknown): string | null => (value ? "" : null),
};
