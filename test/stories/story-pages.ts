import type { Page } from "@playwright/test";
import { test as base } from "./static-site.ts";

declare global {
  interface Window {
    __STORYBOOK_PREVIEW__?: {
      channel: { emit(type: "setCurrentStory", selection: { storyId: string; viewMode: "story" }): void };
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
