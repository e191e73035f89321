import { expect, type Page } from "@playwright/test";

/** Waits until the page has prepared a click: the lazy part has loaded, and has run the vendor's script. */
export async function untilPrepared(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => "HumanConnect" in globalThis)).toBe(true);
}
