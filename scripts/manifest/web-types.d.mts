import type { Doc, Manifest } from "./create-manifest.mjs";

export interface ElementTypes extends Doc {
  readonly attributes: readonly (Doc & { readonly value: { readonly type: string; readonly kind?: string } })[];
  readonly slots: readonly Doc[];
  readonly js: { readonly properties: readonly object[]; readonly events: readonly object[] };
}

export function toWebTypes(
  manifest: Manifest,
  about: { readonly name: string; readonly version: string },
): {
  readonly name: string;
  readonly version: string;
  readonly contributions: {
    readonly html: { readonly elements: readonly ElementTypes[] };
    readonly css: Readonly<Record<"properties" | "pseudo-classes" | "pseudo-elements", readonly Doc[]>>;
  };
};
