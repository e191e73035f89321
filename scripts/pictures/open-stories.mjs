import axe from "axe-core";
import { chromium } from "playwright";
import { chromiumOptions } from "../browsers.mjs";
import { judgePage } from "./judge-page.mjs";

/** How long a story may play, in milliseconds. In another language those that wait for English words never end. */
const playMs = 12_000;

/** A page that shows one story after the other in one surrounding, as somebody would who looks through them. */
export async function openStories(siteUrl, { viewport, globals, media, textSize }) {
  const { args, ...options } = chromiumOptions();
  // As the user sets it in the browser: the stage goes by that, and not by what a page makes of its root.
  const browser = await chromium.launch({
    ...options,
    args: [...args, `--blink-settings=defaultFontSize=${textSize}`],
  });
  const context = await browser.newContext({ viewport, reducedMotion: "reduce", ...media });
  const page = await context.newPage();
  await page.addInitScript(axe.source);
  const all = [globals, "a11y.manual:!true"].filter(Boolean).join(";");
  await page.goto(`${siteUrl}iframe.html?id=connect-button--idle&viewMode=story&globals=${all}`);
  await page.waitForFunction(() => window.__STORYBOOK_PREVIEW__?.currentRender);
  return {
    async take(story, file) {
      await page.evaluate((storyId) => {
        window.__STORYBOOK_PREVIEW__.channel.emit("setCurrentStory", { storyId, viewMode: "story" });
      }, story);
      await page
        .waitForFunction(
          (storyId) => {
            const { id, phase } = window.__STORYBOOK_PREVIEW__.currentRender ?? {};
            return id === storyId && /finished|completed|errored|aborted/.test(phase);
          },
          story,
          { timeout: playMs },
        )
        .catch(() => {});
      await page.evaluate(hideComplaint);
      await untilStill(page);
      const isOver = await page.evaluate(() => Boolean(document.querySelector("html > [data-human-connect-stage]")));
      await page.screenshot({ path: file.pathname, animations: "disabled", fullPage: !isOver });
      return page.evaluate(judgePage, { checksColours: !media.forcedColors });
    },
    close: () => browser.close(),
  };
}

/** A play that has waited for English words has brought its state about all the same. */
function hideComplaint() {
  document.body.classList.replace("sb-show-errordisplay", "sb-show-main");
  for (const id of ["storybook-root", "storybook-docs"]) document.getElementById(id)?.removeAttribute("hidden");
}

async function untilStill(page) {
  await page.evaluate(async () => {
    const rootsIn = (root) => [
      root,
      ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : [])),
    ];
    const running = rootsIn(document).flatMap((root) => root.getAnimations());
    const ending = running.filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
