#!/bin/sh
# vue-tsc 3.3.14 loses the types of a component's events when another attribute of its tag has `//` in its value, as the address of a site has:
# it takes the rest of the line for a comment. A handler that takes a wrong type passes, and an arrow function gets a false error (TS7006).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund vue-tsc@3.3.14 vue@3.5.45 typescript@6.0.3
cat > Connect.vue <<'EOF'
<script setup lang="ts">
defineProps<{ base: string }>();
defineEmits<{ connected: [count: number] }>();
</script>
<template><p>{{ base }}</p></template>
EOF
page() {
  cat > "$1.vue" <<EOF
<script setup lang="ts">
import Connect from "./Connect.vue";
const takesText = (text: string) => text;
</script>
<template><Connect base="$2" @connected="$3" /></template>
EOF
}
page WrongHandlerOneSlash "https:/host.test" "takesText"
page WrongHandlerTwoSlashes "https://host.test" "takesText"
page ArrowFunctionOneSlash "https:/host.test" "(count) => count.toFixed()"
page ArrowFunctionTwoSlashes "https://host.test" "(count) => count.toFixed()"
cat > tsconfig.json <<'EOF'
{
  "compilerOptions": { "strict": true, "noEmit": true, "module": "esnext", "moduleResolution": "bundler", "target": "esnext", "skipLibCheck": true, "types": [] },
  "include": ["*.vue"]
}
EOF
npx vue-tsc --pretty false > errors.txt || true
cat > look.js <<'EOF'
import { readFileSync } from "node:fs";

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
console.log(`vue-tsc ${version("vue-tsc")}, TypeScript ${version("typescript")}, Vue ${version("vue")}`);
const errors = readFileSync("errors.txt", "utf8");
const seen = {};
for (const page of ["WrongHandler", "ArrowFunction"]) {
  for (const base of ["OneSlash", "TwoSlashes"]) {
    const found = errors.match(new RegExp(`^${page}${base}\\.vue.*error (TS.*)$`, "m"));
    seen[`${page}${base}`] = found?.[1] ?? "no error";
    console.log(`${page}${base}: ${seen[`${page}${base}`]}`);
  }
}
const isAsBefore =
  seen.WrongHandlerOneSlash.startsWith("TS2322") &&
  seen.WrongHandlerTwoSlashes === "no error" &&
  seen.ArrowFunctionOneSlash === "no error" &&
  seen.ArrowFunctionTwoSlashes.startsWith("TS7006");
console.log(isAsBefore ? "as it was found" : "CHANGED");
process.exit(isAsBefore ? 0 : 1);
EOF
node look.js
