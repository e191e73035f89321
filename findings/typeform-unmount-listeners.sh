#!/bin/sh
# `unmount()` of @typeform/embed 6.1.1 takes the form's element away, but leaves its listeners for messages at the window, 9 for each widget,
# and with them its callbacks. A page that shows and hides a form gathers them for as long as it is open.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund @typeform/embed@6.1.1 jsdom@31.0.1
cat > look.js <<'EOF'
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<main></main>", { url: "https://host.test/" });
Object.assign(globalThis, { window, document: window.document });
let listeners = 0;
for (const [name, change] of [["addEventListener", 1], ["removeEventListener", -1]]) {
  const original = window[name];
  window[name] = function (type, ...rest) {
    if (type === "message") listeners += change;
    return original.call(this, type, ...rest);
  };
}
const { default: typeform } = await import("@typeform/embed");
const { version } = JSON.parse(readFileSync("node_modules/@typeform/embed/package.json", "utf8"));
console.log(`@typeform/embed ${version}`);
const container = window.document.querySelector("main");
for (let time = 0; time < 100; time++) {
  const widget = typeform.createWidget("form", { container, onSubmit() {} });
  widget.unmount();
}
const frames = window.document.querySelectorAll("iframe").length;
console.log(`100 widgets made and unmounted: ${frames} frames, ${listeners} listeners`);
const isAsBefore = frames === 0 && listeners === 900;
console.log(isAsBefore ? "as it was found" : "CHANGED");
process.exit(isAsBefore ? 0 : 1);
EOF
node look.js
