#!/bin/sh
# Chromium calls the listeners of an event that is dispatched at a window or at a plain EventTarget in the order in which they were added, so
# that one for the capture phase may come after one for the bubble phase; the DOM Standard, Firefox, and Chromium itself at a node call the
# one for the capture phase first.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund puppeteer-core@25.16.0
cat > look.js <<'EOF2'
import puppeteer from "puppeteer-core";

const browsers = [
  { browser: "chrome", executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: ["--no-sandbox"] },
  { browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" },
];
const seen = {};
for (const options of browsers) {
  const browser = await puppeteer.launch({ ...options, headless: true });
  console.log(await browser.version());
  const tab = await browser.newPage();
  seen[options.browser] = await tab.evaluate(() => {
    const targets = { window, document, eventTarget: new EventTarget(), div: document.createElement("div") };
    return Object.fromEntries(
      Object.entries(targets).map(([name, target]) => {
        const called = [];
        target.addEventListener("look", () => called.push("bubble"));
        target.addEventListener("look", () => called.push("capture"), true);
        target.dispatchEvent(new Event("look"));
        return [name, called.join(", ")];
      }),
    );
  });
  console.log(seen[options.browser]);
  await browser.close();
}
const added = "bubble, capture";
const standard = "capture, bubble";
const isAsBefore =
  JSON.stringify(seen) ===
  JSON.stringify({
    chrome: { window: added, document: standard, eventTarget: added, div: standard },
    firefox: { window: standard, document: standard, eventTarget: standard, div: standard },
  });
console.log(isAsBefore ? "as it was found" : "CHANGED");
process.exit(isAsBefore ? 0 : 1);
EOF2
node look.js
