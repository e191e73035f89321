// Makes the pictures of the README from the demo: Connect over the patient app, after the user has connected a source.
import { mkdirSync, writeFileSync } from "node:fs";
import { chromium } from "playwright";
import { PNG } from "pngjs";
import { connectPage } from "@human-connect/sandbox/playwright";
import { startDemo } from "../demo/server.ts";
import { chromiumOptions, ensureBrowsers } from "./browsers.mjs";
import { encodeIndexedPng } from "./indexed-png.mjs";

const folder = new URL("../docs/pictures/", import.meta.url);
/** In CSS pixels: wide enough for Connect to be a window over the page. */
const viewport = { width: 1280, height: 800 };
/** Without the demo's own controls, whose times differ in each run. */
const style = ".panel, .chrome-ways { display: none } .face { grid-template-columns: 1fr }";

ensureBrowsers();
mkdirSync(folder, { recursive: true });
const demo = await startDemo({ port: 0 });
const browser = await chromium.launch(chromiumOptions());
try {
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ viewport, colorScheme, bypassCSP: true, reducedMotion: "reduce" });
    await page.goto(demo.url);
    await page.addStyleTag({ content: style });
    await page.getByRole("button", { name: "Connect your health data" }).click();
    await connectPage(page).connect("Applefen Pharmacy");
    const connect = page.frameLocator("#human-api");
    await connect.getByRole("searchbox").fill("");
    await connect
      .getByRole("button", { name: /^Connect / })
      .first()
      .waitFor();
    await page.mouse.move(0, 0);
    const picture = encodeIndexedPng(PNG.sync.read(await page.screenshot({ animations: "disabled", caret: "hide" })));
    const file = new URL(`connect-${colorScheme}.png`, folder);
    writeFileSync(file, picture);
    console.log(`[picture] ${file.pathname.split("/").slice(-3).join("/")} ${picture.length} bytes`);
    await page.close();
  }
} finally {
  await browser.close();
  await demo.close();
}
