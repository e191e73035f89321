declare const process: { readonly env: { readonly NODE_ENV?: string } };

const told = /* @__PURE__ */ new Set<string>();

/**
 * Logs a warning for developers, once per page and message. Silent in production, and on a page without a bundler, which has no
 * development build.
 */
export function warn(message: string): void {
  if (isProduction() || told.has(message)) return;
  told.add(message);
  console.warn(`[human-connect] ${message}`);
}

function isProduction(): boolean {
  try {
    // Bundlers inline the value. Without a bundler, `process` may be an element of the page with that id.
    const mode: unknown = process.env.NODE_ENV;
    return typeof mode !== "string" || mode === "production";
  } catch {
    return true;
  }
}
