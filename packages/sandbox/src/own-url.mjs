/** The package's own URL. `own-url.cjs` replaces it where a test runner compiles ES modules to CommonJS, which lacks `import.meta`. */
export const ownUrl = import.meta.url;
