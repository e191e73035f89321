#!/bin/sh
# In happy-dom 21.0.4 a message that a frame posts to the page has the page's own origin as `event.origin`, and the page's own window as
# `event.source`, also when the frame is of another origin. The HTML standard gives the frame's: code that compares them gets no message there.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund happy-dom@21.0.4
cat > look.js <<'EOF'
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Window } from "happy-dom";

const frameOrigin = await new Promise((resolve) => {
  const page = '<!doctype html><title>Frame</title><script>parent.postMessage("ready", "*")</script>';
  const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(page));
  server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${server.address().port}`));
});
const pageOrigin = "http://host.test";
const settings = {
  enableIframePageLoading: true,
  enableJavaScriptEvaluation: true,
  suppressInsecureJavaScriptEnvironmentWarning: true,
};
const window = new Window({ url: `${pageOrigin}/`, settings });
const frame = window.document.createElement("iframe");
const received = new Promise((resolve) => window.addEventListener("message", resolve, { once: true }));
frame.src = `${frameOrigin}/`;
window.document.body.append(frame);
const { data, origin, source } = await received;
const names = new Map([[pageOrigin, "of the page"], [frameOrigin, "of the frame"], [window, "the page"], [frame.contentWindow, "the frame"]]);
const { version } = JSON.parse(readFileSync("node_modules/happy-dom/package.json", "utf8"));
const seen = `origin ${names.get(origin)}, source ${names.get(source)}`;
console.log(`happy-dom ${version}: "${data}" from the frame: ${seen}`);
const isAsBefore = data === "ready" && seen === "origin of the page, source the page";
console.log(isAsBefore ? "as it was found" : "CHANGED");
process.exit(isAsBefore ? 0 : 1);
EOF
node look.js
