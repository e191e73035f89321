import type { Page } from "@playwright/test";

declare global {
  interface Window {
    passTime(ms: number): void;
    /** Whether a wait is held that ends in so many ms. */
    holdsWait(ms: number): boolean;
  }
}

/**
 * Holds the page's waits of a second and longer until `passTime` lets them pass, so that nothing is said because the machine is busy, and
 * nobody waits for what takes long.
 */
export async function holdTime(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (window !== window.top) return;
    const { setTimeout: wait, clearTimeout: clear } = window;
    const held = new Map<number, { at: number; run: () => void }>();
    let now = 0;
    window.setTimeout = ((handler: (...rest: unknown[]) => void, ms = 0, ...rest: unknown[]) => {
      if (ms < 1000) return wait(handler, ms, ...rest);
      // Only its number is used.
      const id = wait(() => {}, 0);
      held.set(id, { at: now + ms, run: () => handler(...rest) });
      return id;
    }) as typeof window.setTimeout;
    window.clearTimeout = (id) => {
      held.delete(id as number);
      clear(id);
    };
    window.holdsWait = (ms) => [...held.values()].some(({ at }) => at === now + ms);
    window.passTime = (ms) => {
      const until = now + ms;
      for (;;) {
        const [next] = [...held].toSorted(([, one], [, other]) => one.at - other.at);
        if (!next || next[1].at > until) break;
        held.delete(next[0]);
        now = next[1].at;
        next[1].run();
      }
      now = until;
    };
  });
}

/** Lets time pass. */
export const passTime = (page: Page, ms: number): Promise<void> => page.evaluate((given) => window.passTime(given), ms);

/** Waits until the page waits for so many ms: before that, the time that passes is not what it waits for. */
export async function untilWaiting(page: Page, ms: number): Promise<void> {
  await page.waitForFunction((given) => window.holdsWait(given), ms);
}
