// The real uses of the kit whose bytes have a budget.
const imports = (names, from) => `import { ${names.join(", ")} } from "@human-connect/${from}";`;
const keep = (...names) => `globalThis.used = [${names.join(", ")}];`;
const face = (name) =>
  [
    imports(["ConnectButton", "useHumanConnect"], name),
    imports(["cdnClient"], "core"),
    keep("ConnectButton", "useHumanConnect", "cdnClient"),
  ].join("\n");

/** Code of each use, by the name that the budgets have for it. @type {Record<string, string>} */
export const uses = {
  core: [imports(["createHumanConnect", "cdnClient"], "core"), keep("createHumanConnect", "cdnClient")].join("\n"),
  react: face("react"),
  vue: face("vue"),
  element: `import "@human-connect/element/define";`,
  normalizeSession: [imports(["normalizeSession"], "core"), keep("normalizeSession")].join("\n"),
};

/** Imports of which nothing is used: they must cost nothing. @type {Record<string, string>} */
export const unused = {
  core: `${imports(["createHumanConnect"], "core")} import "@human-connect/core";`,
  react: `${imports(["ConnectButton"], "react")} import "@human-connect/react";`,
  vue: `${imports(["ConnectButton"], "vue")} import "@human-connect/vue";`,
  element: `${imports(["HumanConnectButton"], "element")} import "@human-connect/element";`,
};

/** The core with `directClient()`, where the build has it. */
export const directUse = [
  imports(["createHumanConnect"], "core"),
  imports(["directClient"], "core/direct"),
  keep("createHumanConnect", "directClient"),
].join("\n");

/** A use, for people. @type {Record<string, string>} */
export const names = {
  core: "core: createHumanConnect + cdnClient",
  react: "react: button + hook + core + cdnClient",
  vue: "vue: button + composable + core + cdnClient",
  element: "element: all elements",
  normalizeSession: "core: normalizeSession alone",
  direct: "core: createHumanConnect + directClient",
  "human-connect.js": "human-connect.js, one file for a CMS page",
  links: "  links in it",
  "styles.css": "styles.css",
};
