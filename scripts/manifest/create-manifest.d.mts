/** The part of a custom elements manifest that ours uses. */
export interface Manifest {
  readonly schemaVersion: string;
  readonly modules: readonly ManifestModule[];
}

export interface ManifestModule {
  readonly path: string;
  readonly declarations?: readonly Declaration[];
  readonly exports: readonly { readonly kind: string; readonly name: string; readonly declaration: Reference }[];
}

export interface Reference {
  readonly name: string;
  readonly module?: string;
}

export interface Doc {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
}

export interface Declaration extends Doc {
  readonly tagName?: string;
  readonly members?: readonly (Doc & { readonly kind: string })[];
  readonly attributes?: readonly Doc[];
  readonly events?: readonly Doc[];
  readonly slots?: readonly Doc[];
  readonly cssParts?: readonly Doc[];
  readonly cssProperties?: readonly Doc[];
  readonly cssStates?: readonly Doc[];
}

export function createManifest(): Manifest;
