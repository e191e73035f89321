#!/bin/sh
# A frame that Cross-Origin-Embedder-Policy blocks fires `load` in Chromium, as if it were well, and fires nothing at all in Firefox: no `load`,
# no `error`, and no report to a ReportingObserver, so that a page learns of it only by waiting.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund puppeteer-core@25.16.0
cat > look.js <<'EOF'
import { createServer } from "node:http";
import puppeteer from "puppeteer-core";

const listen = (answer) =>
  new Promise((resolve) => {
    const server = createServer(answer).listen(0, "127.0.0.1", () => resolve(server.address().port));
  });
const html = (response, text) => response.setHeader("content-type", "text/html").end(`<!doctype html><title>page</title><body>${text}`);
const other = await listen((_, response) => html(response, "Other"));
const host = await listen(({ url }, response) => {
  if (url === "/blocked") response.setHeader("cross-origin-embedder-policy", "require-corp");
  html(response, "Host");
});
const browsers = [
  { browser: "chrome", executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: ["--no-sandbox"] },
  { browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" },
];
const seen = {};
for (const options of browsers) {
  const browser = await puppeteer.launch({ ...options, headless: true });
  console.log(await browser.version());
  for (const path of ["allowed", "blocked"]) {
    const tab = await browser.newPage();
    await tab.goto(`http://localhost:${host}/${path}`);
    const events = await tab.evaluate(
      (url) =>
        new Promise((resolve) => {
          const told = [];
          const frame = document.createElement("iframe");
          for (const type of ["load", "error"]) frame.addEventListener(type, () => told.push(type));
          new ReportingObserver((reports) => reports.forEach(({ type }) => told.push(`report ${type}`))).observe();
          frame.src = url;
          document.body.append(frame);
          setTimeout(() => resolve(told.toSorted().join(", ") || "nothing"), 3000);
        }),
      `http://127.0.0.1:${other}/`,
    );
    seen[`${options.browser} ${path}`] = events;
    console.log(`  ${path}: ${events}`);
  }
  await browser.close();
}
const isAsBefore =
  JSON.stringify(seen) ===
  JSON.stringify({
    "chrome allowed": "load",
    "chrome blocked": "load, report coep",
    "firefox allowed": "load",
    "firefox blocked": "nothing",
  });
console.log(isAsBefore ? "as it was found" : "CHANGED");
process.exit(isAsBefore ? 0 : 1);
EOF
node look.js
