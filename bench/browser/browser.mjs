// Chromium, and what the benchmark asks of it by its DevTools protocol.
import { chromium } from "playwright";
import { chromiumOptions } from "../../scripts/browsers.mjs";

/** @returns {Promise<import("playwright").Browser>} */
export function launch(args) {
  const options = chromiumOptions();
  return chromium.launch({ ...options, args: [...options.args, "--js-flags=--expose-gc", ...args] });
}

/**
 * Runs a task in a page of its own, of which nothing is left for the next one: caches, sockets, processes.
 *
 * @template T
 * @param {(page: import("playwright").Page, devTools: import("playwright").CDPSession) => Promise<T>} task
 * @param {{ hasTouch?: boolean }} [options]
 * @returns {Promise<T>}
 */
export async function inPage(browser, task, { hasTouch = false } = {}) {
  const context = await browser.newContext({ hasTouch, viewport: { width: 1024, height: 768 } });
  try {
    const page = await context.newPage();
    const failed = new Promise((_, reject) =>
      page.on("pageerror", (cause) => reject(new Error(`${page.url()} failed: ${cause.message}`, { cause }))),
    );
    return await Promise.race([task(page, await context.newCDPSession(page)), failed]);
  } finally {
    await context.close();
  }
}

/** How many times slower the page's processor is. */
export const slowDown = (devTools, rate) => devTools.send("Emulation.setCPUThrottlingRate", { rate });

/** Bytes of the page's heap, once everything that can be collected has been. */
export async function weighHeap(devTools) {
  for (let round = 0; round < 3; round++) await devTools.send("HeapProfiler.collectGarbage");
  return (await devTools.send("Runtime.getHeapUsage")).usedSize;
}

/** The engine's own counters, by name. @returns {Promise<Record<string, number>>} */
export async function readMetrics(devTools) {
  const { metrics } = await devTools.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
