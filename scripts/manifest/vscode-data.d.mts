import type { Manifest } from "./create-manifest.mjs";

export interface NamedData {
  readonly name: string;
  readonly description: { readonly kind: "markdown"; readonly value: string };
}

export interface AttributeData extends NamedData {
  readonly valueSet?: string;
  readonly values?: readonly { readonly name: string }[];
}

export function toHtmlData(manifest: Manifest): {
  readonly version: number;
  readonly tags: readonly (NamedData & { readonly attributes: readonly AttributeData[] })[];
};
export function toCssData(manifest: Manifest): {
  readonly version: number;
  readonly properties: readonly NamedData[];
  readonly pseudoClasses: readonly NamedData[];
  readonly pseudoElements: readonly NamedData[];
};
