import { expect, type Page } from "@playwright/test";

/** Waits until the page has prepared a click: the vendor's script is downloaded beside the lazy part, which runs it. */
export async function untilPrepared(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => "HumanConnect" in globalThis)).toBe(true);
}
