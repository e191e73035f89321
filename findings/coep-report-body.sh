#!/bin/sh
# In Chromium a ReportingObserver gets the body of a Cross-Origin-Embedder-Policy report without any of its members: blockedURL, destination
# and disposition are undefined, and only toJSON() writes them. The body of an integrity-violation, in the same page, has its members.
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
const other = await listen((_, response) => response.setHeader("content-type", "text/html").end("<p>Other</p>"));
const page = `<!doctype html><title>page</title><script>
  window.seen = [];
  new ReportingObserver((reports) => {
    for (const { type, body } of reports) seen.push([type, typeof body.blockedURL, typeof body.toJSON().blockedURL].join(" "));
  }).observe();
</script><body>`;
const host = await listen((_, response) =>
  response
    .setHeader("content-type", "text/html")
    .setHeader("cross-origin-embedder-policy", "require-corp")
    .setHeader("integrity-policy", "blocked-destinations=(script)")
    .end(page),
);
const executablePath = process.env.CHROME ?? "/usr/bin/chromium";
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox"] });
const tab = await browser.newPage();
await tab.goto(`http://localhost:${host}/`);
await tab.evaluate((url) => {
  document.body.append(Object.assign(document.createElement("iframe"), { src: url }));
  document.body.append(Object.assign(document.createElement("script"), { src: `${url}script.js` }));
}, `http://127.0.0.1:${other}/`);
await tab.waitForFunction(() => seen.length >= 2, { timeout: 5000 });
const seen = (await tab.evaluate(() => seen)).toSorted();
console.log(await browser.version());
for (const line of seen) console.log(`type, member, in toJSON(): ${line}`);
await browser.close();
const isAsBefore = seen.join() === "coep undefined string,integrity-violation string string";
console.log(isAsBefore ? "as it was found" : "CHANGED");
process.exit(isAsBefore ? 0 : 1);
EOF
node look.js
