#!/bin/sh
# With `useBlocker`, React Router takes a step back between two entries of one index (any script may add one with `history.pushState` and the
# state that is there) for a navigation by nothing, and undoes it by `history.go(0)`: the document is loaded anew, and what was typed is lost.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund puppeteer-core@25.16.0 react-router@8.5.3 react@19.3.1 react-dom@19.3.1 esbuild@0.28.2
cat > page.jsx <<'EOF2'
import { createRoot } from "react-dom/client";
import { createBrowserRouter, useBlocker } from "react-router";
import { RouterProvider } from "react-router/dom";

function Form({ isBlocked }) {
  useBlocker(isBlocked);
  return <input id="name" />;
}
const isBlocked = location.pathname === "/blocked";
const router = createBrowserRouter([{ path: "*", element: <Form isBlocked={isBlocked} /> }]);
createRoot(document.querySelector("#root")).render(<RouterProvider router={router} />);
EOF2
npx esbuild page.jsx --bundle --jsx=automatic --format=esm --outfile=page.js --log-level=error
cat > look.js <<'EOF2'
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import puppeteer from "puppeteer-core";

const server = createServer(({ url }, response) =>
  url === "/page.js"
    ? response.setHeader("content-type", "text/javascript").end(readFileSync("page.js"))
    : response.setHeader("content-type", "text/html").end('<!doctype html><title>form</title><div id="root"></div><script type="module" src="/page.js"></script>'),
).listen(0, "127.0.0.1");
const browser = await puppeteer.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
console.log(await browser.version(), "React Router 8.5.3");
const seen = {};
for (const path of ["/free", "/blocked"]) {
  const tab = await browser.newPage();
  let loads = 0;
  tab.on("load", () => loads++);
  await tab.goto(`http://127.0.0.1:${server.address().port}${path}`);
  await tab.waitForSelector("#name");
  await tab.type("#name", "Ada");
  await tab.evaluate(() => {
    history.pushState({ ...history.state }, "");
    history.back();
  });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await tab.waitForSelector("#name");
  seen[path] = { loads, typed: await tab.$eval("#name", ({ value }) => value) };
  console.log(path, seen[path]);
}
await browser.close();
server.close();
const isAsBefore = JSON.stringify(seen) === JSON.stringify({ "/free": { loads: 1, typed: "Ada" }, "/blocked": { loads: 2, typed: "" } });
console.log(isAsBefore ? "as it was found" : "CHANGED");
process.exit(isAsBefore ? 0 : 1);
EOF2
node look.js
