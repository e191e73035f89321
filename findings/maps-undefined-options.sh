#!/bin/sh
# `setOptions()` of @googlemaps/js-api-loader 2.1.3 sends an option that is undefined, as its types allow, as the text `undefined`: a page whose
# `language` and `region` are optional asks Google for the language "undefined". Version 1.16.10 of the package leaves such options out.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund @googlemaps/js-api-loader@2.1.3 before@npm:@googlemaps/js-api-loader@1.16.10 typescript@6.0.3 jsdom@31.0.1
cat > options.ts <<'EOF'
import type { APIOptions } from "@googlemaps/js-api-loader";

export const options: APIOptions = { key: "key", language: undefined, region: undefined };
EOF
errors=$(npx tsc --strict --skipLibCheck --module esnext --moduleResolution bundler --target esnext options.ts || true)
echo "errors by TypeScript: ${errors:-none}"
cat > look.js <<'EOF'
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { JSDOM } from "jsdom";
import { options } from "./options.js";

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
const look = async (load) => {
  const { window } = new JSDOM("", { url: "https://host.test/" });
  Object.assign(globalThis, { window, document: window.document });
  Object.defineProperty(globalThis, "google", { configurable: true, get: () => window.google });
  await load();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { searchParams } = new URL(window.document.querySelector("script").src);
  return ["key", "language", "region"].map((name) => `${name} ${searchParams.get(name) ?? "not sent"}`).join(", ");
};
const seen = {};
seen[version("before")] = await look(async () => {
  const { Loader } = createRequire(import.meta.url)("before");
  const { key, ...rest } = options;
  new Loader({ apiKey: key, ...rest }).importLibrary("maps");
});
seen[version("@googlemaps/js-api-loader")] = await look(async () => {
  const { importLibrary, setOptions } = await import("@googlemaps/js-api-loader");
  setOptions(options);
  importLibrary("maps");
});
for (const [name, sent] of Object.entries(seen)) console.log(`@googlemaps/js-api-loader ${name}: ${sent}`);
const isAsBefore =
  process.argv[2] === "" &&
  seen["1.16.10"] === "key key, language not sent, region not sent" &&
  seen["2.1.3"] === "key key, language undefined, region undefined";
console.log(isAsBefore ? "as it was found" : "CHANGED");
process.exit(isAsBefore ? 0 : 1);
EOF
node look.js "$errors"
