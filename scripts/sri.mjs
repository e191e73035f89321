// Writes the integrity hash of each file for pages without a build beside that file, and prints that of human-connect.js. Part of the build.
// `--write` brings the hash in the READMEs up to date; test/packed fails while they name another one.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const root = new URL("../", import.meta.url);
const dist = new URL("packages/element/dist/", root);

/** @param {string} name Of a file in `dist`. @returns {string} Its hash, which is written beside it. */
function writeHash(name) {
  const file = new URL(name, dist);
  const hash = `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`;
  writeFileSync(new URL(`${file.href}.sri`), `${hash}\n`);
  return hash;
}

for (const name of readdirSync(new URL("languages/", dist))) if (name.endsWith(".js")) writeHash(`languages/${name}`);
const hash = writeHash("human-connect.js");
console.log(`[sri] human-connect.js ${hash}`);

if (process.argv.includes("--write")) {
  for (const name of ["README.md", "packages/element/README.md"]) {
    const readme = new URL(name, root);
    const text = readFileSync(readme, "utf8");
    const updated = text.replace(/(human-connect\.js"\s+integrity=")sha384-[\w+/]+=*/g, `$1${hash}`);
    writeFileSync(readme, updated);
    console.log(`[sri] ${name} ${updated === text ? "was right" : "is right now"}`);
  }
}
