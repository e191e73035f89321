// Sessions that are opened and closed one after the other: what each leaves behind.
import { inPage, readMetrics, weighHeap } from "../browser/browser.mjs";
import { slopeOf } from "../report/statistics.mjs";
import { addresses } from "../site/hosts.mjs";

const step = 25;

/**
 * @param {{ warmUp: number, cycles: number }} counts `warmUp`: sessions that fill caches which are meant to stay, and are not counted.
 * @returns {Promise<{ slope: number, listeners: number, nodes: number, frames: number, ms: number }>} Bytes of heap a session; what is left of the
 * others in all; and the mean time of a session.
 */
export function measureSessions(browser, name, { warmUp, cycles }) {
  return inPage(browser, async (page, devTools) => {
    await page.goto(`${addresses.host}/${name}`);
    await page.waitForFunction(() => globalThis.bench.isReady);
    await devTools.send("Performance.enable");
    for (let done = 0; done < warmUp; done += step) await page.evaluate(runCycles, step);
    const points = [[0, await weighHeap(devTools)]];
    const before = await readMetrics(devTools);
    const startedAt = performance.now();
    for (let done = step; done <= cycles; done += step) {
      await page.evaluate(runCycles, step);
      points.push([done, await weighHeap(devTools)]);
    }
    const ms = (performance.now() - startedAt) / cycles;
    const after = await readMetrics(devTools);
    const left = (key) => after[key] - before[key];
    return {
      slope: slopeOf(points),
      listeners: left("JSEventListeners"),
      nodes: left("Nodes"),
      frames: left("Frames"),
      ms,
    };
  });
}

/** In the page. */
async function runCycles(times) {
  for (let done = 0; done < times; done++) await globalThis.bench.cycle();
}
