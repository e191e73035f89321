declare const process: { readonly env: { readonly NODE_ENV?: string } };

const told = /* @__PURE__ */ new Set<string>();

/**
 * Tells a developer, once a page, that something is not as this kit knows it. Says nothing in production, and nothing on a
 * page without a bundler, which has no development build.
 */
export function warn(message: string): void {
  if (isProduction() || told.has(message)) return;
  told.add(message);
  console.warn(`[human-connect] ${message}`);
}

function isProduction(): boolean {
  try {
    // Bundlers write the answer here. Without one, an element of the page may be called `process`.
    const mode: unknown = process.env.NODE_ENV;
    return typeof mode !== "string" || mode === "production";
  } catch {
    return true;
  }
}
