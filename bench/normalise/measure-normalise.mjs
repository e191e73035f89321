// How long a payload with a thousand sources takes.
import { inPage } from "../browser/browser.mjs";
import { createWorkMeter } from "../browser/work.mjs";
import { addresses } from "../site/hosts.mjs";

const times = 1000;

/** @returns {Promise<Record<string, number>[]>} Microseconds of each normaliser in each round. */
export function measureNormalise(browser, name, rounds) {
  return inPage(browser, async (page, devTools) => {
    await page.goto(`${addresses.host}/${name}`);
    await page.waitForFunction(() => globalThis.bench.isReady);
    const measure = await createWorkMeter(devTools);
    const run = (way) => measure(() => page.evaluate(normalise, { way, times }));
    const names = await page.evaluate(() => Object.keys(globalThis.bench.normalisers));
    const results = [];
    for (let round = -1; round < rounds; round++) {
      const overhead = await run("nothing");
      const result = {};
      for (const way of round % 2 ? names : names.toReversed())
        result[way] = (Math.max(0.01, (await run(way)) - overhead) * 1000) / times;
      // The first one compiles.
      if (round >= 0) results.push(result);
    }
    return results;
  });
}

/** In the page. */
function normalise({ way, times: count }) {
  const run = globalThis.bench.normalisers[way] ?? (() => {});
  for (let done = 0; done < count; done++) run();
}
