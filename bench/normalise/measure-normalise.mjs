// How long a payload with a thousand sources takes.
import { inPage } from "../browser/browser.mjs";
import { addresses } from "../site/hosts.mjs";

/** @returns {Promise<Record<string, number>[]>} Microseconds of each normaliser in each round. */
export function measureNormalise(browser, name, rounds) {
  return inPage(browser, async (page) => {
    await page.goto(`${addresses.host}/${name}`);
    await page.waitForFunction(() => globalThis.bench.isReady);
    return page.evaluate(normalise, rounds);
  });
}

/** In the page. */
function normalise(rounds) {
  const times = 300;
  const names = Object.keys(globalThis.bench.normalisers);
  const results = [];
  for (let round = -3; round < rounds; round++) {
    const result = {};
    for (const name of round % 2 ? names : names.toReversed()) {
      const run = globalThis.bench.normalisers[name];
      const startedAt = performance.now();
      for (let done = 0; done < times; done++) run();
      result[name] = ((performance.now() - startedAt) * 1000) / times;
    }
    // The first ones compile.
    if (round >= 0) results.push(result);
  }
  return results;
}
