import type { CDPSession } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "../support/puppeteer-driver.ts";
import { startHostServer, type HostServer } from "../support/host-server.ts";

const warmUp = 20;
const cycles = 100;

type Counted = Record<"JSEventListeners" | "Nodes" | "Frames" | "JSHeapUsedSize", number>;

let host: HostServer;
let driver: Awaited<ReturnType<typeof launchChromium>>;
beforeAll(async () => {
  host = await startHostServer();
  driver = await launchChromium();
});
afterAll(async () => {
  await driver?.close();
  await host?.close();
});

/** What the engine itself counts, once everything that can be collected has been. */
async function count(devTools: CDPSession): Promise<Counted> {
  for (let round = 0; round < 3; round++) await devTools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devTools.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as Counted;
}

async function measure(what: "kit" | "vendor"): Promise<Counted> {
  await driver.goto(`${host.url}/leaks`);
  const devTools = await driver.page.createCDPSession();
  await devTools.send("Performance.enable");
  const run = async (times: number): Promise<void> => {
    for (let done = 0; done < times; done++)
      await driver.evaluate(`cycle.${what}(${JSON.stringify(host.sandbox.connectUrl)})`);
  };
  // The first cycles fill caches that are meant to stay: modules, compiled code, the vendor's polyfills.
  await run(warmUp);
  const before = await count(devTools);
  await run(cycles);
  const after = await count(devTools);
  await devTools.detach();
  return Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, value - before[name as keyof Counted]]),
  ) as Counted;
}

it(`leaves nothing behind in ${cycles} sessions`, { timeout: 240_000 }, async () => {
  const kit = await measure("kit");
  const vendor = await measure("vendor");
  const row = (name: string, grown: Counted): string =>
    `  ${name.padEnd(22)} listeners ${grown.JSEventListeners}   nodes ${grown.Nodes}   frames ${grown.Frames}   heap ${Math.round(grown.JSHeapUsedSize / cycles)} B a cycle`;
  console.log(
    [`left after ${cycles} open/close cycles`, row("kit", kit), row("vendor's client alone", vendor)].join("\n"),
  );
  expect({ listeners: kit.JSEventListeners, nodes: kit.Nodes, frames: kit.Frames }).toEqual({
    listeners: 0,
    nodes: 0,
    frames: 0,
  });
});
