// From a click to Connect: when the frame is inserted, and when the page in it has loaded.
import { inPage, pause, slowDown } from "../browser/browser.mjs";
import { addresses } from "../site/hosts.mjs";
import { intentMs, pressMs } from "./ways.mjs";

/**
 * Measures one click in a fresh page. The page itself comes without a delay: when the click happens, that is long over.
 *
 * @param {{ browser: import("playwright").Browser, servers: { setNetwork: (name: string) => void } }} stand
 * @param {{ name: string, way: import("./ways.mjs").Way, network: string, cpu: number }} sample `name`: of the page.
 * @returns {Promise<{ frame: number, loaded: number }>} Milliseconds from the click.
 */
export function measureClick({ browser, servers }, { name, way, network, cpu }) {
  const task = async (page, devTools) => {
    servers.setNetwork("none");
    await page.goto(`${addresses.host}/${name}${way.query ?? ""}`);
    await page.waitForFunction(() => globalThis.bench.isReady && document.querySelector("#open"));
    const { x, y, width, height } = await page.locator("#open").boundingBox();
    await pause(200);
    servers.setNetwork(network);
    if (cpu > 1) await slowDown(devTools, cpu);
    await click[way.by](page, devTools, { x: x + width / 2, y: y + height / 2 });
    await page.waitForFunction(() => globalThis.bench.loaded, undefined, { polling: 100, timeout: 60_000 });
    return page.evaluate(readTimes, addresses.connect);
  };
  return inPage(browser, task, { hasTouch: way.by === "tap" || way.by === "press" });
}

const click = {
  tap: (page, _, { x, y }) => page.touchscreen.tap(x, y),
  async press(_, devTools, point) {
    await devTools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
    await pause(pressMs);
    await devTools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  },
  hover: (page, _, point) => clickAfter(page, point, intentMs.hover),
  dwell: (page, _, point) => clickAfter(page, point, intentMs.dwell),
};

async function clickAfter(page, { x, y }, ms) {
  await page.mouse.move(x, y);
  await pause(ms);
  await page.mouse.down();
  await page.mouse.up();
}

/** In the page. A frame that has no token is no Connect. */
function readTimes(connect) {
  const { click: at, loaded } = globalThis.bench;
  const isConnect = ({ name }) => name.startsWith(connect) && name.includes("token=");
  const frame = performance.getEntriesByType("resource").find(isConnect);
  if (!frame) throw new Error("Connect has loaded, but the page has no frame with a token");
  return { frame: frame.startTime - at, loaded: loaded - at };
}
