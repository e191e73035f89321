#!/bin/sh
# The types of `<TellerConnect>` take every prop of a <button>, such as `disabled`, `id` and `aria-label`, but teller-connect-react 0.2.3 puts
# only `className` and `style` on its button, and gives the rest to the settings of Teller Connect. A button that is disabled can be pressed.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --silent --no-audit --no-fund teller-connect-react@0.2.3 react@19.3.1 react-dom@19.3.1 typescript@6.0.3 @types/react@19.3.3 jsdom@31.0.1
cat > page.tsx <<'EOF'
import { TellerConnect } from "teller-connect-react";

export const page = (
  <TellerConnect applicationId="app" onSuccess={() => {}} className="connect" disabled id="connect" aria-label="Connect a bank">
    Connect
  </TellerConnect>
);
EOF
errors=$(npx tsc --strict --skipLibCheck --jsx react-jsx --module commonjs --moduleResolution bundler --target esnext page.tsx || true)
echo "errors by TypeScript: ${errors:-none}"
cat > look.mjs <<'EOF'
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<main></main>", { url: "https://host.test/" });
Object.assign(globalThis, { window, document: window.document, IS_REACT_ACT_ENVIRONMENT: true });
const { act } = await import("react");
const { createRoot } = await import("react-dom/client");
const { page } = await import("./page.js");

let settings;
let opened = 0;
window.TellerConnect = {
  setup(options) {
    settings = options;
    return { open: () => opened++, destroy() {} };
  },
};
await act(() => createRoot(window.document.querySelector("main")).render(page));
await act(() => window.document.querySelector("script").dispatchEvent(new window.Event("load")));
const button = window.document.querySelector("button");
button.click();
const attributes = button.getAttributeNames().toSorted().join(", ");
const given = ["className", "disabled", "id", "aria-label"].filter((name) => name in settings).join(", ");
const { version } = JSON.parse(readFileSync("node_modules/teller-connect-react/package.json", "utf8"));
console.log(`teller-connect-react ${version}`);
console.log(`attributes of the button: ${attributes}; given to TellerConnect.setup(): ${given}; opened ${opened} times by a click`);
const isAsBefore =
  process.argv[2] === "" && attributes === "class, style, type" && given === "disabled, id, aria-label" && opened === 1;
console.log(isAsBefore ? "as it was found" : "CHANGED");
process.exit(isAsBefore ? 0 : 1);
EOF
node look.mjs "$errors"
