import type { Page } from "@playwright/test";

/**
 * Stops the page's waits of one second: each ends at the next move of the mouse. The kit looks once a second whether somebody has
 * pressed anything, and every call of Playwright into a page counts as a press there; a move of the mouse does not.
 */
export async function stopSeconds(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { setTimeout: wait, clearTimeout: clear } = window;
    const waiting = new Map<number, () => void>();
    window.setTimeout = ((handler: () => void, ms?: number, ...rest: unknown[]) => {
      if (ms !== 1000) return wait(handler, ms, ...rest);
      const id = wait(() => {}, 0);
      waiting.set(id, handler);
      return id;
    }) as typeof window.setTimeout;
    window.clearTimeout = (id) => {
      waiting.delete(id as number);
      clear(id);
    };
    window.addEventListener("mousemove", () => {
      const due = [...waiting.values()];
      waiting.clear();
      for (const handler of due) handler();
    });
  });
}

/** Lets seconds pass. The mouse stays outside of the frame, which has the whole of its moves to itself. */
export async function passSeconds(page: Page, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) await page.mouse.move(second % 2, 1);
}

/** Waits until the browser holds nobody for active, which takes some seconds by a clock of its own, and the kit has seen that. */
export async function untilUnused(page: Page): Promise<void> {
  await page.waitForFunction(() => !navigator.userActivation.isActive, undefined, { polling: 100 });
  await passSeconds(page, 1);
}
