// Writes the integrity hash of the one file for pages without a build beside that file, and prints it. Part of the build.
// `--write` brings the hash in the READMEs up to date; test/packed fails while they name another one.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const root = new URL("../", import.meta.url);
const file = new URL("packages/element/dist/human-connect.js", root);
const hash = `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`;
writeFileSync(new URL(`${file.href}.sri`), `${hash}\n`);
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
