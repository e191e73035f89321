import type { CDPSession } from "puppeteer-core";
import { startHostServer, type HostServer } from "../support/host-server.ts";
import { launchChromium, type PuppeteerDriver } from "../support/puppeteer-driver.ts";
import type { SoakTally } from "./harness.ts";

/** What the engine itself counts. */
type Counted = Record<"JSEventListeners" | "Nodes" | "Frames" | "JSHeapUsedSize", number>;

/** What a soak has found. Everything but the first few has to be 0. */
export interface SoakReport extends SoakTally {
  readonly seed: number;
  readonly minutes: number;
  /** Errors that nobody caught, in any frame. */
  readonly uncaught: readonly string[];
  readonly left: { listeners: number; nodes: number; frames: number };
  readonly heapBytesPerSession: number;
}

/** How long a page is played with, beside its warm-up; then somebody navigates away. */
const visitMs = 120_000;
const leastMs = 10_000;

/** One call through the protocol must not take longer than its driver waits. */
const callMs = 20_000;

/**
 * Plays random sessions in a real Chromium with the vendor's own client, the sandbox and a stranger who forges messages all the
 * time.
 *
 * @param options.seed Chooses what people do. When they do it is up to the machine.
 */
export async function soak({ minutes, seed }: { minutes: number; seed: number }): Promise<SoakReport> {
  const host = await startHostServer();
  const driver = await launchChromium();
  const uncaught: string[] = [];
  driver.page.on("pageerror", (error) => uncaught.push(String(error)));
  const startedAt = Date.now();
  const until = startedAt + minutes * 60_000;
  const visits: Visited[] = [];
  try {
    for (let left = minutes * 60_000; left > leastMs || visits.length === 0; left = until - Date.now())
      visits.push(await visit(driver, host, seed + visits.length, Math.max(leastMs, Math.min(visitMs, left))));
  } finally {
    await driver.close();
    await host.close();
  }
  return { seed, minutes: (Date.now() - startedAt) / 60_000, uncaught, ...sum(visits) };
}

interface Visited {
  readonly tally: SoakTally;
  /** After everything was over, beyond what was there after the warm-up. */
  readonly grown: Counted;
  /** Between the two countings. */
  readonly sessions: number;
}

async function visit(driver: PuppeteerDriver, host: HostServer, seed: number, ms: number): Promise<Visited> {
  const { connectUrl } = host.sandbox;
  await driver.goto(`${host.url}/soak`);
  const devTools = await driver.page.createCDPSession();
  await devTools.send("Performance.enable");
  const tally = (): Promise<SoakTally> => driver.evaluate<SoakTally>("soak.tally()");
  await driver.evaluate(`soak.start(${JSON.stringify(connectUrl)}, ${seed})`);
  await clickThrough(driver);
  await driver.evaluate("soak.warmUp()");
  const warm = await tally();
  const before = await count(devTools);
  const until = Date.now() + ms;
  for (let left = ms; left > 0; left = until - Date.now())
    await driver.evaluate(`soak.play(${Math.min(left, callMs)})`);
  const grown = await countGrowth(devTools, before);
  const after = await tally();
  await devTools.detach();
  // Whatever happens now happens to a page that is going away.
  await driver.evaluate("soak.leaveOpen()");
  await driver.goto("about:blank");
  return { tally: after, grown, sessions: after.sessions - warm.sessions };
}

/** With real input: the person clicks, sees Connect, and leaves it by its own button. */
async function clickThrough(driver: PuppeteerDriver): Promise<void> {
  await driver.click("#first");
  await driver.click("frame:#human-api", "name:Close Connect");
  await driver.evaluate("soak.clicked()");
}

/** What the engine counts once everything that can be collected has been. */
async function count(devTools: CDPSession): Promise<Counted> {
  for (let round = 0; round < 3; round++) await devTools.send("HeapProfiler.collectGarbage");
  const { metrics } = await devTools.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as Counted;
}

/** Looks again while something is there: a page in a frame that was removed goes a little later. */
async function countGrowth(devTools: CDPSession, before: Counted): Promise<Counted> {
  for (let tries = 0; ; tries++) {
    const now = await count(devTools);
    const grown = Object.fromEntries(
      Object.entries(now).map(([name, value]) => [name, value - before[name as keyof Counted]]),
    ) as Counted;
    if (tries === 20 || (grown.JSEventListeners <= 0 && grown.Nodes <= 0 && grown.Frames <= 0)) return grown;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function sum(visits: readonly Visited[]): Omit<SoakReport, "seed" | "minutes" | "uncaught"> {
  const total = (pick: (visit: Visited) => number): number => visits.reduce((before, one) => before + pick(one), 0);
  const ends: Record<string, number> = {};
  for (const [end, times] of visits.flatMap(({ tally }) => Object.entries(tally.ends)))
    ends[end] = (ends[end] ?? 0) + times;
  return {
    sessions: total(({ tally }) => tally.sessions),
    events: total(({ tally }) => tally.events),
    forged: total(({ tally }) => tally.forged),
    accepted: total(({ tally }) => tally.accepted),
    ends,
    surprises: visits.flatMap(({ tally }) => tally.surprises),
    left: {
      listeners: total(({ grown }) => Math.max(0, grown.JSEventListeners)),
      nodes: total(({ grown }) => Math.max(0, grown.Nodes)),
      frames: total(({ grown }) => Math.max(0, grown.Frames)),
    },
    heapBytesPerSession: Math.round(total(({ grown }) => grown.JSHeapUsedSize) / total(({ sessions }) => sessions)),
  };
}
