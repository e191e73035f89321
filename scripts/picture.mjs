// Makes the pictures of the README from the demo: Connect over the patient app, after the user has connected a source.
import { chromium } from "playwright";
import { connectPage } from "@human-connect/sandbox/playwright";
import { startDemo } from "../demo/server.ts";
import { chromiumOptions, ensureBrowsers } from "./browsers.mjs";
import { savePicture } from "./pictures/save-picture.mjs";

/** In CSS pixels: wide enough for Connect to be a window over the page. */
const viewport = { width: 1280, height: 800 };
/** Without the demo's own controls, whose times differ in each run. */
const style = ".panel, .chrome-ways { display: none } .face { grid-template-columns: 1fr }";

ensureBrowsers();
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
    await savePicture(page, `connect-${colorScheme}`);
    await page.close();
  }
} finally {
  await browser.close();
  await demo.close();
}
