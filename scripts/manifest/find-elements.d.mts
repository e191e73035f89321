import type { Declaration, Manifest } from "./create-manifest.mjs";

export function findElements(manifest: Manifest): (Declaration & { tagName: string })[];
