// Writes what editors and documentation tools know of the web components, from the docstrings of their sources: the custom
// elements manifest, and the same for VS Code and for JetBrains' editors. Part of the build.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createManifest } from "./manifest/create-manifest.mjs";
import { findElements } from "./manifest/find-elements.mjs";
import { toCssData, toHtmlData } from "./manifest/vscode-data.mjs";
import { toWebTypes } from "./manifest/web-types.mjs";

const folder = new URL("../packages/element/", import.meta.url);
const manifest = createManifest();
const about = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
const files = {
  "custom-elements.json": manifest,
  "dist/vscode.html-custom-data.json": toHtmlData(manifest),
  "dist/vscode.css-custom-data.json": toCssData(manifest),
  "dist/web-types.json": toWebTypes(manifest, about),
};
mkdirSync(new URL("dist/", folder), { recursive: true });
for (const [file, data] of Object.entries(files))
  writeFileSync(new URL(file, folder), `${JSON.stringify(data, null, 2)}\n`);

const elements = findElements(manifest);
const count = (kind) => elements.reduce((sum, element) => sum + (element[kind]?.length ?? 0), 0);
console.log(
  `[manifest] ${elements.length} elements, ${count("attributes")} attributes, ${count("events")} events, ${count("cssParts")} parts`,
);
