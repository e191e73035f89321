const address = "/connect#human-connect=button";
const words = "Connect your data";

/** Writes the words and selects them, and opens the editor's dialog, as an editor would. */
async function openDialog(page, surface) {
  await surface.click();
  await page.keyboard.type(words);
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("Control+k");
}

/**
 * Editors of test/editors that have a link dialog of their own.
 *
 * @type {{ name: string, module: string, styles?: string[], viewport: { width: number, height: number }, write: (page: import("playwright").Page) => Promise<void> }[]}
 */
export const dialogs = [
  {
    name: "ckeditor",
    module: "ckeditor",
    styles: ["ckeditor5/dist/ckeditor5.css"],
    viewport: { width: 560, height: 300 },
    async write(page) {
      await openDialog(page, page.locator(".ck-editor__editable"));
      await page.locator(".ck-link-form input, .ck-link input").last().fill(address);
    },
  },
  {
    name: "tinymce",
    module: "tinymce",
    viewport: { width: 640, height: 430 },
    async write(page) {
      await openDialog(page, page.frameLocator("iframe").locator("body"));
      await page.locator(".tox-dialog input").first().fill(address);
    },
  },
];
