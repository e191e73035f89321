// Makes a post as an editor would, and opens Connect by its link as a visitor.
import { chromium } from "playwright";
import { chromiumOptions } from "../browsers.mjs";
import { password } from "./start-site.mjs";

const address = "/connect#human-connect=button";
const words = "Connect your data";

/**
 * @param {{ url: string }} site
 * @param {(page: import("playwright").Page, name: string) => Promise<void>} show Called with the link's address in the editor's field.
 * @returns {Promise<string[][]>} A row for each user and editor.
 */
export async function drivePosts({ url }, show) {
  const browser = await chromium.launch(chromiumOptions());
  const rows = [];
  try {
    for (const user of ["author", "administrator"])
      for (const [editor, write] of [
        ["blocks", writeBlocks],
        ["classic", writeClassic],
      ])
        rows.push([user, editor, ...(await drive(browser, url, user, write, show))]);
  } finally {
    await browser.close();
  }
  return rows;
}

async function drive(browser, url, user, write, show) {
  const context = await browser.newContext({ viewport: { width: 900, height: 620 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${url}/wp-login.php`);
  await page.fill("#user_login", user);
  await page.fill("#user_pass", password);
  await page.click("#wp-submit");
  await page.waitForURL(/wp-admin/);
  const { isInert, post } = await write(page, url, show);
  await page.goto(post);
  const html = await page.innerHTML("main");
  await page.evaluate(() => {
    for (const type of ["open", "close"]) addEventListener(`human-connect-${type}`, () => (globalThis.told = type));
  });
  await page.click("main a");
  await page.waitForFunction(() => globalThis.told === "open");
  await page.click("human-connect-stage .close");
  await page.waitForFunction(() => globalThis.told === "close");
  await context.close();
  const yes = (has) => (has ? "yes" : "NO");
  return [
    `kept ${yes(html.includes(`${address}"`))}`,
    "opens yes",
    "closes with event yes",
    `inert while editing ${yes(isInert)}`,
  ];
}

async function writeBlocks(page, url, show) {
  await page.goto(`${url}/wp-admin/post-new.php`);
  await page.getByRole("button", { name: "Close dialog" }).click();
  await page.getByRole("textbox", { name: "Add title" }).fill("A page");
  await page.keyboard.press("Enter");
  await page.keyboard.type(words);
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("Control+k");
  await page.keyboard.type(address);
  // Enter takes the address once the field knows it.
  await page
    .getByRole("combobox", { name: "URL" })
    .and(page.locator(`[value="${address}"]`))
    .waitFor();
  await show(page, "wordpress-blocks");
  await page.keyboard.press("Enter");
  const link = page.locator(".wp-block-paragraph a");
  await link.waitFor();
  await addTag(page, page);
  await link.click();
  const isInert = (await page.locator("human-connect-stage, [data-status]").count()) === 0;
  const post = await page.evaluate(async () => {
    const { dispatch, select } = globalThis.wp.data;
    dispatch("core/editor").editPost({ status: "publish" });
    await dispatch("core/editor").savePost();
    return select("core/editor").getPermalink();
  });
  return { isInert, post };
}

async function writeClassic(page, url, show) {
  await page.goto(`${url}/wp-admin/post-new.php?classic`);
  await page.fill("#title", "A page");
  const frame = page.frameLocator("#content_ifr");
  await frame.locator("body").click();
  await page.keyboard.type(words);
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("Control+k");
  await page.locator(".wp-link-input input[role=combobox]").fill(address);
  await show(page, "wordpress-classic");
  await page.locator(".wp-link-input input[role=combobox]").press("Enter");
  const link = frame.locator("a");
  await link.waitFor();
  await addTag(page, await (await page.locator("#content_ifr").elementHandle()).contentFrame());
  await link.click();
  const isInert = (await frame.locator("human-connect-stage, [data-status]").count()) === 0;
  await page.click("#publish");
  await page.waitForURL(/post\.php\?post=/);
  return { isInert, post: `${url}/?p=${new URL(page.url()).searchParams.get("post")}` };
}

/** Loads the script in the editor, as if the editor loaded the site's template. */
async function addTag(page, frame) {
  const tag = await page.evaluate(async () => {
    const site = await (await fetch("/")).text();
    const { attributes } = new DOMParser().parseFromString(site, "text/html").querySelector("script[data-token-url]");
    return [...attributes].map(({ name, value }) => [name, value]);
  });
  await frame.evaluate(
    (attributes) =>
      new Promise((resolve) => {
        const script = document.createElement("script");
        for (const [name, value] of attributes) if (name !== "data-within") script.setAttribute(name, value);
        script.addEventListener("load", resolve);
        document.head.append(script);
      }),
    tag,
  );
}
