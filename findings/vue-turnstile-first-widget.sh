#!/bin/sh
# Of several vue-turnstile 1.0.11 widgets that are mounted before Turnstile's script has run, only the one that was mounted last is rendered:
# each one replaces the onload function of the one before. A page with two forms shows one widget; mounted after the script, both are shown.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund vue-turnstile@1.0.11 vue@3.5.45 jsdom@31.0.1
cat > look.js <<'EOF'
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<main></main>", { url: "https://host.test/" });
for (const name of ["window", "document", "Element", "SVGElement", "MathMLElement", "Node"]) globalThis[name] = window[name] ?? class {};
const { createApp, h, nextTick } = await import("vue");
const { default: VueTurnstile } = await import("vue-turnstile");

const rendered = [];
const turnstile = { render: (_, { action }) => `widget ${rendered.push(action)}`, remove() {} };
const runScript = async () => {
  const script = window.document.querySelector("script");
  window.turnstile = turnstile;
  window[new URL(script.src).searchParams.get("onload")]();
  await new Promise((resolve) => setTimeout(resolve, 100));
};
const mount = async (actions) => {
  rendered.length = 0;
  const widgets = () => actions.map((action) => h(VueTurnstile, { siteKey: "key", modelValue: "", action }));
  createApp({ render: widgets }).mount(window.document.querySelector("main").appendChild(window.document.createElement("div")));
  await nextTick();
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
console.log(`vue-turnstile ${version("vue-turnstile")}, Vue ${version("vue")}`);
const seen = {};
await mount(["sign in", "sign up", "contact"]);
await runScript();
seen["before the script has run"] = rendered.join(", ");
await mount(["sign in", "sign up", "contact"]);
await new Promise((resolve) => setTimeout(resolve, 100));
seen["after it has run"] = rendered.join(", ");
for (const [when, names] of Object.entries(seen)) console.log(`mounted ${when}: ${names} rendered`);
const isAsBefore = seen["before the script has run"] === "contact" && seen["after it has run"] === "sign in, sign up, contact";
console.log(isAsBefore ? "as it was found" : "CHANGED");
process.exit(isAsBefore ? 0 : 1);
EOF
node look.js
