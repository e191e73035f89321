import puppeteer, {
  type Browser,
  type ElementHandle,
  type Frame,
  type KeyInput,
  type LaunchOptions,
  type Page,
} from "puppeteer-core";
import { findChrome, findFirefox, findHeadlessChrome } from "../../scripts/browsers.mjs";
import { toXPath, waitFor, type Driver } from "./driver.ts";

/** Drives Chromium's headless shell, or the browser where there is none. */
export function launchChromium(): Promise<PuppeteerDriver> {
  return launchChrome(findHeadlessChrome());
}

/** Drives Chromium, Chrome or Edge, with tabs and a printer, which the shell does not have. */
export function launchWholeChromium(): Promise<PuppeteerDriver> {
  return launchChrome(findChrome());
}

async function launchChrome(executablePath: string | undefined): Promise<PuppeteerDriver> {
  const driver = await launch("chromium", { browser: "chrome", executablePath, args: ["--no-sandbox"] });
  const devTools = await driver.page.createCDPSession();
  return {
    ...driver,
    setFrozen: (isFrozen) => devTools.send("Page.setWebLifecycleState", { state: isFrozen ? "frozen" : "active" }),
  };
}

/** Drives Firefox, through WebDriver BiDi. */
export function launchFirefox(): Promise<PuppeteerDriver> {
  return launch("firefox", { browser: "firefox", executablePath: findFirefox() });
}

/** A driver that also gives the page, for what only Puppeteer can do. */
export type PuppeteerDriver = Driver & { page: Page };

async function launch(engine: string, options: LaunchOptions): Promise<PuppeteerDriver> {
  const browser = await puppeteer.launch({ ...options, headless: true });
  return createPuppeteerDriver(engine, browser, await browser.newPage());
}

function createPuppeteerDriver(engine: string, browser: Browser, page: Page): PuppeteerDriver {
  let cover: Page | undefined;
  return {
    engine,
    page,
    goto: async (url) => void (await page.goto(url)),
    async goBack() {
      // Not `page.goBack`, which waits for the load event that a page out of Firefox's page cache does not have.
      const left = page.url();
      await page.evaluate("void setTimeout(() => history.back())");
      const isBack = `location.href !== ${JSON.stringify(left)} && document.readyState === "complete"`;
      await waitFor(async () => (await page.evaluate(isBack)) || undefined, `the page before ${left}`);
    },
    clickAt: (x, y) => page.mouse.click(x, y),
    screenshot: () => page.screenshot(),
    press: (key) => page.keyboard.press(key as KeyInput),
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    resize: ({ width, height, density = 1 }) =>
      page.setViewport({ width, height, deviceScaleFactor: density, isLandscape: width > height }),
    setOffline: (isOffline) => page.setOfflineMode(isOffline),
    print: () => page.pdf(),
    async setHidden(isHidden) {
      await cover?.close();
      cover = isHidden ? await browser.newPage() : undefined;
    },
    close: () => browser.close(),
    async click(...path) {
      const element = await waitFor(() => find(page, path), path.join(" › "));
      // A person sees a thing before clicking it; until it is painted, a click may be routed to what was there before.
      await element.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
      await element.click();
    },
    async type(text, ...path) {
      const field = await waitFor(() => find(page, path), path.join(" › "));
      await field.type(text);
    },
    async text(...path) {
      const element = await find(page, path);
      return element ? element.evaluate((found) => found.textContent) : null;
    },
  };
}

/** The element at the end of the path, if it is there and can be seen. Each try starts from the page: frames are swapped while they load. */
async function find(page: Page, path: string[]): Promise<ElementHandle | undefined> {
  let root: Page | Frame = page;
  let steps: string[] = [];
  for (const step of path) {
    const xpath = toXPath(step);
    steps.push(xpath ? `::-p-xpath(${xpath})` : step.replace(/^frame:/, ""));
    if (!step.startsWith("frame:")) continue;
    const frame: ElementHandle | null = await root.$(`>>> ${steps.join(" >>> ")}`);
    const content: Frame | null | undefined = await frame?.contentFrame();
    if (!content) return undefined;
    root = content;
    steps = [];
  }
  const element = await root.$(steps.join(" >>> "));
  return element && (await element.isVisible()) ? element : undefined;
}
