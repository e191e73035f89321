import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { PNG } from "pngjs";
import { at } from "../../alias.ts";
import { encodeIndexedPng } from "../indexed-png.mjs";

/**
 * Writes what a page shows to docs/pictures.
 *
 * @param {import("playwright").Page} page
 * @param {string} name Path without the extension.
 */
export async function savePicture(page, name) {
  const picture = encodeIndexedPng(PNG.sync.read(await page.screenshot({ animations: "disabled", caret: "hide" })));
  const file = at(`docs/pictures/${name}.png`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, picture);
  console.log(`[pictures] docs/pictures/${name}.png ${picture.length} bytes`);
}
