#!/bin/sh
# In happy-dom 21.0.4 no element matches `:defined`, and every element matches `:not(:defined)`, a <div> and an upgraded custom element too.
# The HTML standard calls every built-in element and every upgraded custom element defined, as Chromium, Firefox, WebKit and jsdom do.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund happy-dom@21.0.4 jsdom@30.1.3
cat > look.js <<'EOF'
import { readFileSync } from "node:fs";
import { Window } from "happy-dom";
import { JSDOM } from "jsdom";

const html = "<x-upgraded></x-upgraded><x-unknown></x-unknown><div></div>";
const look = (window) => {
  window.customElements.define("x-upgraded", class extends window.HTMLElement {});
  window.document.body.innerHTML = html;
  const names = (selector) => [...window.document.body.querySelectorAll(selector)].map(({ localName }) => localName);
  return `:defined ${names(":defined").join(" ") || "nothing"}; :not(:defined) ${names(":not(:defined)").join(" ")}`;
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
const seen = { "happy-dom": look(new Window()), jsdom: look(new JSDOM("").window) };
for (const [name, found] of Object.entries(seen)) console.log(`${name} ${version(name)}: ${found}`);
const isAsBefore =
  seen["happy-dom"] === ":defined nothing; :not(:defined) x-upgraded x-unknown div" &&
  seen.jsdom === ":defined x-upgraded div; :not(:defined) x-unknown";
console.log(isAsBefore ? "as it was found" : "CHANGED");
process.exitCode = isAsBefore ? 0 : 1;
EOF
node look.js
