import puppeteer, { type Browser, type ElementHandle, type Frame, type KeyInput, type Page } from "puppeteer-core";
import { findChrome } from "../../scripts/browsers.mjs";
import { findMs, toXPath, type Driver } from "./driver.ts";

/** Drives Chromium, Chrome or Edge. */
export async function launchChromium(): Promise<Driver & { page: Page }> {
  const browser = await puppeteer.launch({ browser: "chrome", executablePath: findChrome(), headless: true, args: ["--no-sandbox"] });
  return createPuppeteerDriver("chromium", browser, await browser.newPage());
}

function createPuppeteerDriver(engine: string, browser: Browser, page: Page): Driver & { page: Page } {
  return {
    engine,
    page,
    goto: async (url) => void (await page.goto(url)),
    press: (key) => page.keyboard.press(key as KeyInput),
    evaluate: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    close: () => browser.close(),
    async click(...path) {
      const { root, selector } = await enter(page, path);
      await root.locator(selector).setTimeout(findMs).click();
    },
    async text(...path) {
      const { root, selector } = await enter(page, path);
      const element = await root.$(selector);
      return element ? element.evaluate((found) => found.textContent) : null;
    },
  };
}

async function enter(page: Page, path: string[]): Promise<{ root: Page | Frame; selector: string }> {
  let root: Page | Frame = page;
  let steps: string[] = [];
  for (const step of path) {
    const xpath = toXPath(step);
    steps.push(xpath ? `::-p-xpath(${xpath})` : step.replace(/^frame:/, ""));
    if (!step.startsWith("frame:")) continue;
    const frame: ElementHandle | null = await root.waitForSelector(steps.join(" >>> "), { timeout: findMs });
    const content: Frame | null = await frame!.contentFrame();
    if (!content) throw new Error(`${step} is no frame`);
    root = content;
    steps = [];
  }
  return { root, selector: steps.join(" >>> ") };
}
