// Makes the pictures of docs/editors: the link in the dialogs of editors from npm, and the page that comes of it.
import { readFileSync } from "node:fs";
import { chromium } from "playwright";
import { rolldown } from "rolldown";
import { startLinksSite } from "../test/cms/links-site.ts";
import { at } from "../alias.ts";
import { chromiumOptions, ensureBrowsers } from "./browsers.mjs";
import { installIn } from "./first-command.mjs";
import { dialogs } from "./pictures/link-dialogs.mjs";
import { showStates, statesHtml } from "./pictures/link-states.mjs";
import { savePicture } from "./pictures/save-picture.mjs";

installIn("test/editors/");
ensureBrowsers();
const site = await startLinksSite();
const browser = await chromium.launch(chromiumOptions());
const open = (viewport) =>
  browser.newPage({ viewport, deviceScaleFactor: 2, colorScheme: "light", reducedMotion: "reduce" });
try {
  for (const { name, module, styles = [], viewport, write } of dialogs) {
    site.modules[`/${module}.js`] = await bundle(module);
    const sheets = styles.map((path) => readFileSync(at(`test/editors/node_modules/${path}`), "utf8"));
    site.show(
      `<style>body { margin: 16px }${sheets.join("")}</style><div id="editor"></div><script type="module" src="/${module}.js"></script>`,
    );
    const page = await open(viewport);
    await page.goto(site.url);
    await page.waitForFunction(() => globalThis.editor);
    await write(page);
    await savePicture(page, `editors/${name}`);
    await page.close();
  }
  site.show(statesHtml);
  const page = await open({ width: 560, height: 300 });
  await showStates(page, site.url);
  await savePicture(page, "editors/states");
} finally {
  await browser.close();
  await site.close();
}

async function bundle(module) {
  const build = await rolldown({
    input: at(`test/editors/pages/${module}.js`),
    logLevel: "silent",
    tsconfig: false,
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
  });
  const { output } = await build.generate({ format: "esm", codeSplitting: false });
  await build.close();
  return output[0].code;
}
