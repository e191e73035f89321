#!/bin/sh
# In Firefox, `committed` and `finished` of `navigation.traverseTo()` never settle when the page adds an entry by `history.pushState()` in the
# same task, and the page stays at the new entry; Chromium settles both. Code that waits for such a promise needs a limit of its own.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund puppeteer-core@25.16.0
cat > look.js <<'EOF2'
import { createServer } from "node:http";
import puppeteer from "puppeteer-core";

const site = createServer((_, response) => response.setHeader("content-type", "text/html").end("<!doctype html>"));
await new Promise((resolve) => site.listen(0, resolve));
const browsers = [
  { browser: "chrome", executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: ["--no-sandbox"] },
  { browser: "firefox", executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr" },
];
const seen = {};
for (const options of browsers) {
  const browser = await puppeteer.launch({ ...options, headless: true });
  console.log(await browser.version());
  const tab = await browser.newPage();
  await tab.goto(`http://localhost:${site.address().port}/`);
  seen[options.browser] = await tab.evaluate(async () => {
    const found = {};
    for (let run = 0; run < 10; run++) {
      history.pushState("below", "");
      const { key } = navigation.currentEntry;
      history.pushState("left", "");
      const { committed, finished } = navigation.traverseTo(key);
      history.pushState("added", "");
      const settled = (promise) => promise.then(() => "fulfilled", ({ name }) => name);
      const late = new Promise((resolve) => setTimeout(resolve, 1000, "neither"));
      const outcome = await Promise.race([Promise.any([settled(committed), settled(finished)]), late]);
      const what = `${outcome}, at "${history.state}"`;
      found[what] = (found[what] ?? 0) + 1;
    }
    return found;
  });
  console.log(seen[options.browser]);
  await browser.close();
}
site.close();
const isAsBefore = seen.firefox['neither, at "added"'] === 10 && !Object.keys(seen.chrome).some((what) => what.startsWith("neither"));
console.log(isAsBefore ? "as it was found" : "CHANGED");
process.exit(isAsBefore ? 0 : 1);
EOF2
node look.js
