import type { Page } from "@playwright/test";
import { test as base } from "./static-site.ts";

declare global {
  interface Window {
    __STORYBOOK_PREVIEW__?: {
      channel: {
        emit(type: "setCurrentStory", selection: { storyId: string; viewMode: "story" }): void;
        emit(type: "updateGlobals", update: { globals: { locale: string } }): void;
      };
      currentRender?: { id: string; phase?: string };
    };
  }
}

const folders = ["", "vue/", "element/"];

/** A page for each face; stories follow each other in it, as they do for somebody who looks through them. */
export const test = base.extend<object, { pages: Page[] }>({
  pages: [
    async ({ browser, siteUrl }, use) => {
      const open = async (folder: string): Promise<Page> => {
        const page = await browser.newPage({ viewport: { width: 900, height: 760 } });
        // axe has its turn elsewhere.
        await page.goto(
          `${siteUrl}${folder}iframe.html?id=connect-button--idle&viewMode=story&globals=a11y.manual:!true`,
        );
        return page;
      };
      const pages = await Promise.all(folders.map(open));
      await use(pages);
      await Promise.all(pages.map((page) => page.close()));
    },
    { scope: "worker" },
  ],
});

/** Shows a story and waits until it has played to its end. */
export async function showStory(page: Page, story: string): Promise<void> {
  await page.waitForFunction(() => window.__STORYBOOK_PREVIEW__?.currentRender);
  await page.evaluate((storyId) => {
    window.__STORYBOOK_PREVIEW__!.channel.emit("setCurrentStory", { storyId, viewMode: "story" });
  }, story);
  await page.waitForFunction((storyId) => {
    const { id, phase } = window.__STORYBOOK_PREVIEW__?.currentRender ?? {};
    if (phase === "errored") throw new Error(`${storyId} failed.`);
    return id === storyId && (phase === "finished" || phase === "completed");
  }, story);
}

/** Says on a phone what a story has to say, in one language after the other. @returns What leaves the window. */
export async function findMisfits(page: Page, locales: readonly string[]): Promise<string[]> {
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 640 });
  const found = await page.evaluate(judgeLanguages, [...locales, "en"]);
  await page.setViewportSize(size);
  return found;
}

/** Runs in the page. */
async function judgeLanguages(locales: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  // A story in a language of its own keeps it.
  if (document.documentElement.lang !== "en") return found;
  for (const locale of locales) {
    window.__STORYBOOK_PREVIEW__!.channel.emit("updateGlobals", { globals: { locale } });
    while (!document.querySelector(`[lang="${locale}"]`)) await new Promise((resolve) => setTimeout(resolve));
    // What was asked for is drawn then.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const shown = [...document.querySelectorAll("#storybook-root *")].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest(".human-connect-live, .human-connect-room, .human-connect-frame"),
    );
    for (const element of shown) {
      // Its own text alone: the text for screen readers is on one line, which is clipped.
      const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const boxes = [element, ...texts].map((node) => {
        const range = new Range();
        range.selectNode(node);
        return node === element ? element.getBoundingClientRect() : range.getBoundingClientRect();
      });
      if (boxes.some(({ left, right, width }) => width > 0 && (left < -0.5 || right > innerWidth + 0.5)))
        found.push(`${locale}: ${element.localName}.${element.className} "${element.textContent}"`);
    }
  }
  return found;
}
