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

for (const home of new Set(dialogs.map((dialog) => dialog.home))) installIn(home);
ensureBrowsers();
const site = await startLinksSite();
const browser = await chromium.launch(chromiumOptions());
const open = (viewport) =>
  browser.newPage({ viewport, deviceScaleFactor: 2, colorScheme: "light", reducedMotion: "reduce" });
try {
  for (const { name, home, module, styles = [], css = "", viewport, write } of dialogs) {
    site.modules[`/${name}.js`] = await bundle(home + module);
    const sheets = styles.map((path) => readFileSync(at(`${home}node_modules/${path}`), "utf8"));
    site.show(
      `<style>${sheets.join("")} body { margin: 16px } ${css}</style><div id="editor"></div><script type="module" src="/${name}.js"></script>`,
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
    input: at(module),
    logLevel: "silent",
    tsconfig: false,
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
  });
  const { output } = await build.generate({ format: "esm", codeSplitting: false });
  await build.close();
  return output[0].code;
}
