// A thousand buttons: how long they take to mount, update and unmount, and what they weigh.
import { inPage, pause, weighHeap } from "../browser/browser.mjs";
import { createWorkMeter } from "../browser/work.mjs";
import { addresses } from "../site/hosts.mjs";

const count = 1000;
const phases = ["mount", "update", "unmount"];

/**
 * Mounts the buttons of one way in a fresh page, as people's pages do.
 *
 * @param {string} name The page.
 * @param {string} way One of {@link listWays}.
 * @returns {Promise<Record<"mount" | "update" | "unmount" | "heap", number>>} Milliseconds that the main thread has worked; bytes of heap for
 * each button that is mounted once others have been and are gone.
 */
export function measureMount(browser, name, way) {
  return inPage(browser, async (page, devTools) => {
    await open(page, name);
    const meter = await createWorkMeter(devTools);
    const measure = (phase, own = way) => meter(() => page.evaluate(runPhase, { way: own, phase, count }));
    const result = {};
    const overheads = [];
    for (const phase of phases) overheads.push(await measure(phase, "nothing"));
    const overhead = Math.min(...overheads);
    for (const phase of phases) result[phase] = Math.max(0.01, (await measure(phase)) - overhead);
    const before = await weighHeap(devTools);
    await measure("mount");
    result.heap = ((await weighHeap(devTools)) - before) / count;
    return result;
  });
}

/** @returns {Promise<string[]>} The ways of a page. */
export const listWays = (browser, name) =>
  inPage(browser, async (page) => {
    await open(page, name);
    return page.evaluate(() => Object.keys(globalThis.bench.ways));
  });

async function open(page, name) {
  await page.goto(`${addresses.host}/${name}`);
  await page.waitForFunction(() => globalThis.bench.isReady);
  await pause(50);
}

/** In the page: one phase, until the page has drawn it and is quiet. */
async function runPhase({ way: name, phase, count }) {
  const { bench } = globalThis;
  const way = bench.ways[name];
  if (phase === "mount") bench.place = document.body.appendChild(document.createElement("div"));
  if (way && phase === "mount") bench.kept = way.mount(bench.place, count);
  else await way?.[phase](bench.kept);
  // What is not urgent is put off to the next task, frame or idle moment.
  for (let frame = 0; frame < 2; frame++)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 200 }));
  if (phase !== "unmount") return;
  bench.place.remove();
  bench.kept = undefined;
}
