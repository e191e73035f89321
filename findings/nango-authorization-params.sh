#!/bin/sh
# `auth()` of @nangohq/frontend 0.71.10 writes `authorization_params` into the address of its pop-up window without encoding them: what follows
# `&` or `#` in a value is missing from it, and `+` has become a space. The same values arrive whole in `params`.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund @nangohq/frontend@0.71.10
cat > look.js <<'EOF'
import { readFileSync } from "node:fs";
import Nango from "@nangohq/frontend";

globalThis.window = { open: () => ({ closed: false }), screen: { width: 1024, height: 768 } };
globalThis.WebSocket = class {};
const values = { prompt: "consent", audience: "https://api.test/?a=1&b=2", acr_values: "basic+strong", resource: "https://api.test/#files" };
const nango = new Nango({ connectSessionToken: "token" });
nango.auth("provider", { params: values, authorization_params: values });
const { searchParams } = nango.win.baseURL;
const { version } = JSON.parse(readFileSync("node_modules/@nangohq/frontend/package.json", "utf8"));
console.log(`@nangohq/frontend ${version}`);
const arrived = (option) => Object.fromEntries(Object.keys(values).map((name) => [name, searchParams.get(`${option}[${name}]`)]));
const seen = { params: arrived("params"), authorization_params: arrived("authorization_params") };
console.log("given", values);
console.log("arrives", seen);
const isAsBefore =
  JSON.stringify(seen) ===
  JSON.stringify({
    params: values,
    authorization_params: { prompt: "consent", audience: "https://api.test/?a=1", acr_values: "basic strong", resource: "https://api.test/" },
  });
console.log(isAsBefore ? "as it was found" : "CHANGED");
process.exit(isAsBefore ? 0 : 1);
EOF
node look.js
