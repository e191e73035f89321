// The declarations of each file in dist/languages, which vite.config.ts makes from the core's languages: it adds one to the page.
export {};
