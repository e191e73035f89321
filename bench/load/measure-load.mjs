// What a page costs before anyone clicks: paint, requests, bytes, and the time of its main thread.
import { inPage, pause, readMetrics, slowDown } from "../browser/browser.mjs";
import { addresses } from "../site/hosts.mjs";

const quietMs = 800;

/**
 * Loads a page that is not cached, and waits until it is quiet.
 *
 * @returns {Promise<Record<"firstPaint" | "lcp" | "ready" | "mainThread" | "script" | "longTasks" | "requests" | "foreign" | "bytes", number>>} Milliseconds, those of the main thread without what other processes took;
 * tasks longer than 50 ms; requests in all and those to other origins than the host's; bytes over the network.
 */
export function measureLoad({ browser, servers }, { name, network, cpu }) {
  return inPage(browser, async (page, devTools) => {
    const seen = { requests: 0, foreign: 0, bytes: 0 };
    devTools.on("Network.requestWillBeSent", ({ request }) => {
      seen.requests += 1;
      if (!request.url.startsWith(`${addresses.host}/`)) seen.foreign += 1;
    });
    devTools.on("Network.loadingFinished", ({ encodedDataLength }) => (seen.bytes += encodedDataLength));
    await devTools.send("Network.enable");
    await devTools.send("Performance.enable", { timeDomain: "threadTicks" });
    servers.setNetwork(network);
    if (cpu > 1) await slowDown(devTools, cpu);
    await page.goto(`${addresses.host}/${name}`);
    await page.waitForFunction(() => globalThis.bench.isReady && document.querySelector("#open"));
    await pause(quietMs);
    const { TaskDuration, ScriptDuration } = await readMetrics(devTools);
    const times = await page.evaluate(readPaint);
    return { ...times, ...seen, mainThread: TaskDuration * 1000, script: ScriptDuration * 1000 };
  });
}

/** In the page. */
function readPaint() {
  const { bench } = globalThis;
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return {
    firstPaint: paint.startTime,
    lcp: bench["largest-contentful-paint"].at(-1).startTime,
    ready: performance.getEntriesByType("navigation")[0].loadEventEnd,
    longTasks: (bench["longtask"] ?? []).length,
    shift: (bench["layout-shift"] ?? []).reduce((sum, { value }) => sum + value, 0),
  };
}
