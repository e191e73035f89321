/** Where the package lies. As CommonJS, which test runners make of ES modules, `own-url.cjs` stands for it: `import.meta` is no word there. */
export const ownUrl = import.meta.url;
