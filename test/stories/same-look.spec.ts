import type { Page } from "@playwright/test";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { faces } from "../support/faces.ts";
import { showStory, test } from "./story-pages.ts";
import { expect } from "./static-site.ts";

interface Look {
  readonly story: string;
  /** What the page says when it has come to rest. */
  readonly rest?: string;
}

const looks: readonly Look[] = [
  { story: "connect-button--idle" },
  { story: "connect-button--loading", rest: "This is taking longer than usual…" },
  { story: "connect-button--open" },
  { story: "connect-button--connected" },
  // Not connect-button--failed: the line below it is as wide as the place in React and Vue, and as the button in the element. The
  // same button without that line is in connect-status--failed.
  { story: "connect-button--disabled" },
  { story: "connect-button--error-page" },
  { story: "connect-button--own-theme" },
  { story: "connect-button--long-word" },
  { story: "connect-button--long-label" },
  { story: "connect-button--right-to-left" },
  { story: "connection-list--empty" },
  { story: "connection-list--twelve" },
  { story: "connection-list--long-names" },
  { story: "connection-list--detailed" },
  { story: "connection-list--own-sources" },
  { story: "connect-status--nothing-connected" },
  { story: "connect-status--twelve-sources" },
  { story: "connect-status--failed" },
  { story: "connect-status--own-content" },
  { story: "connect-card--empty" },
  { story: "connect-card--twelve" },
  { story: "connect-card--own-parts" },
  { story: "connect-card--large-text" },
  { story: "connect-card--right-to-left" },
  { story: "connect-card--arabic" },
  { story: "connect-card--failed" },
  { story: "connect-card--after-a-session" },
  { story: "shared-connection--two-buttons" },
  { story: "inline--idle" },
  { story: "inline--open" },
  { story: "inline--failed" },
  { story: "inline--inside-a-card" },
];

const themes = ["light", "dark"];

for (const look of looks) {
  test(`the faces look the same: ${look.story}`, async ({ pages }) => {
    await Promise.all(pages.map((page) => showAtRest(page, look)));
    for (const theme of themes) {
      const pictures = await takePictures(pages, theme);
      const [react, ...others] = pictures;
      const differing = others.map((other) => countDiffering(react!, other));
      console.log(`${look.story}, ${theme}: ${differing.join(", ")} differing pixels`);
      if (differing.some(Boolean)) await attach(pictures, theme);
      expect.soft(differing, theme).toEqual(differing.map(() => 0));
    }
  });
}

async function showAtRest(page: Page, { story, rest }: Look): Promise<void> {
  await showStory(page, story);
  if (rest) await expect(page.getByText(rest)).toBeVisible();
}

/** A picture of each face. What is the same in all of them stands still; else, on a busy machine, one may be of a frame that is over. */
async function takePictures(pages: readonly Page[], theme: string): Promise<Buffer[]> {
  const first = await Promise.all(
    pages.map(async (page) => {
      await page.evaluate((name) => (document.documentElement.dataset["theme"] = name), theme);
      await untilAnimationsEnd(page);
      return page.screenshot({ animations: "disabled" });
    }),
  );
  if (first.every((picture) => picture.equals(first[0]!))) return first;
  return Promise.all(pages.map((page, index) => takeStillPicture(page, first[index]!)));
}

/** A picture, as soon as two in a row are the same. */
async function takeStillPicture(page: Page, first: Buffer): Promise<Buffer> {
  let before = first;
  for (;;) {
    const picture = await page.screenshot({ animations: "disabled" });
    if (before.equals(picture)) return picture;
    before = picture;
  }
}

/** Until what has just appeared stands still; a spinner never does. */
async function untilAnimationsEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
      root,
      ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : [])),
    ];
    const animations = rootsIn(document).flatMap((root) => root.getAnimations());
    const ending = animations.filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    // One that is cancelled because its element has gone is over as well.
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Pixels that differ, those of smoothed edges included. What the browser rounds in another way now and then, nobody sees. */
function countDiffering(oneFile: Buffer, otherFile: Buffer): number {
  // The same file is the same picture, and need not be read.
  if (oneFile.equals(otherFile)) return 0;
  const [one, other] = [PNG.sync.read(oneFile), PNG.sync.read(otherFile)];
  expect([other.width, other.height]).toEqual([one.width, one.height]);
  return pixelmatch(one.data, other.data, undefined, one.width, one.height, { threshold: 0.05, includeAA: true });
}

/** Keeps the pictures of a look that differs. */
async function attach(pictures: readonly Buffer[], theme: string): Promise<void> {
  for (const [face, picture] of pictures.entries())
    await test.info().attach(`${faces[face]}-${theme}.png`, { body: picture, contentType: "image/png" });
}
