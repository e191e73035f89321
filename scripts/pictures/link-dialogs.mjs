const address = "/connect#human-connect=button";
const words = "Connect your data";

/** Writes the words and selects them, and opens the editor's dialog, as an editor would. `bar`: what the editor shows beside a selection. */
async function openDialog(page, surface, bar) {
  await surface.click();
  await page.keyboard.type(words);
  await page.keyboard.press("Shift+Home");
  await bar?.waitFor({ state: "attached" });
  await page.keyboard.press("Control+k");
}

/**
 * Editors from npm that have a link dialog of their own. `home`: the workspace that they are installed in. `module`: what starts one, in it.
 * `css`: what the tool's own page has around it.
 *
 * @type {{ name: string, home: string, module: string, styles?: string[], css?: string, viewport: { width: number, height: number }, write: (page: import("playwright").Page) => Promise<void> }[]}
 */
export const dialogs = [
  {
    name: "ckeditor",
    home: "test/editors/",
    module: "pages/ckeditor.js",
    styles: ["ckeditor5/dist/ckeditor5.css"],
    viewport: { width: 560, height: 300 },
    async write(page) {
      await openDialog(page, page.locator(".ck-editor__editable"));
      await page.locator(".ck-link-form input, .ck-link input").last().fill(address);
    },
  },
  {
    name: "tinymce",
    home: "test/editors/",
    module: "pages/tinymce.js",
    viewport: { width: 640, height: 430 },
    async write(page) {
      await openDialog(page, page.frameLocator("iframe").locator("body"));
      await page.locator(".tox-dialog input").first().fill(address);
    },
  },
  {
    name: "ghost",
    home: "scripts/pictures/tools/",
    module: "ghost.js",
    styles: ["@tryghost/koenig-lexical/dist/style.css"],
    // Ghost Admin's root has this size, and room for the bar above the text.
    css: "html { font: 10px sans-serif } #editor { margin-top: 72px }",
    viewport: { width: 360, height: 130 },
    async write(page) {
      await openDialog(page, page.locator("[contenteditable=true]"), page.locator("[data-kg-floating-toolbar]"));
      await page.locator("input").fill(address);
      // The field is narrower than the address.
      await page.keyboard.press("Home");
    },
  },
  {
    name: "contentful",
    home: "scripts/pictures/tools/",
    module: "contentful.js",
    css: "body { font-family: sans-serif }",
    viewport: { width: 600, height: 540 },
    async write(page) {
      await page.locator("[contenteditable=true]").click();
      await page.keyboard.press("Control+k");
      await page.getByLabel("Link text").fill(words);
      await page.getByLabel("Link target").fill(address);
    },
  },
];
