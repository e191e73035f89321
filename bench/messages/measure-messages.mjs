// What a message that is none of the kit's business costs a page with a thousand buttons.
import { inPage } from "../browser/browser.mjs";
import { addresses } from "../site/hosts.mjs";

const [count, messages] = [1000, 2000];

/** @returns {Promise<{ microseconds: number, listeners: number }>} Of each message, and on `window`; those of the page itself are left out. */
export function measureMessages(browser, name, way) {
  return inPage(browser, async (page, devTools) => {
    await page.goto(`${addresses.host}/${name}`);
    await page.waitForFunction(() => globalThis.bench.isReady);
    const before = { microseconds: await page.evaluate(dispatch, messages), listeners: await countListeners(devTools) };
    await page.evaluate(mount, { way, count });
    const after = { microseconds: await page.evaluate(dispatch, messages), listeners: await countListeners(devTools) };
    return {
      microseconds: Math.max(0, after.microseconds - before.microseconds),
      listeners: after.listeners - before.listeners,
    };
  });
}

async function countListeners(devTools) {
  const { result } = await devTools.send("Runtime.evaluate", {
    expression: "getEventListeners(window).message?.length ?? 0",
    includeCommandLineAPI: true,
  });
  return result.value;
}

/** In the page. */
async function mount({ way, count }) {
  const place = document.createElement("div");
  document.body.append(place);
  globalThis.bench.kept = globalThis.bench.ways[way].mount(place, count);
  await new Promise((resolve) => setTimeout(resolve, 100));
}

/** In the page: the median of slices, because other work meets some of them. */
function dispatch(messages) {
  const slices = [];
  for (let slice = 0; slice < 20; slice++) {
    const startedAt = performance.now();
    for (let sent = 0; sent < messages / 20; sent++)
      window.dispatchEvent(new MessageEvent("message", { data: { type: "other" }, origin: "https://other.test" }));
    slices.push(((performance.now() - startedAt) * 1000) / (messages / 20));
  }
  return slices.toSorted((one, other) => one - other)[10];
}
