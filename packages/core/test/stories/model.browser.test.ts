import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
import type { HumanConnect } from "../../src/human-connect.js";
// In advance, as it would be in a page where somebody has clicked before.
import "../../src/session/run-session.js";
import { watchPage } from "../watch-page.js";
import { ConnectModel } from "./connect-model.js";
import { ConnectWorld } from "./connect-world.js";
import { steps, stories, type Story } from "./stories.js";
import { timeSteps } from "./time-steps.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The same stories each time, so that a change that fails has failed by itself; `pnpm bench fuzz` looks for new ones. */
    modelSeed: number;
    modelStories: number;
  }
}

/** Stories in one run of the tests. A failing one is printed in its shortest form, with the seed and the path that replay it. */
const runs = inject("modelStories");
const stepsOfStory = 175;

let world: ConnectWorld | undefined;
/** What stories have to bring about between them, or they miss something. Each comes several times in a run. */
const everything = [
  ...["cancelled", "closed-by-host", "finished"].map((reason) => `close ${reason}`),
  ...["a", "b"].flatMap((id) => [`connect ${id}`, `disconnect ${id}`]),
  ...["client-failed", "client-malformed", "client-timeout", "invalid-option"].map((code) => `error ${code}`),
  ...["exposed", "expired", "failed", "invalid", "malformed", "missing", "timeout"].map((why) => `error token-${why}`),
  ...["busy", "failed", "removed", "timeout"].map((why) => `error widget-${why}`),
  "open",
  // Of a source that nobody has named.
  "connect",
  ...["closes", "finishes", "reports an error"].map((what) => `the legacy page ${what}`),
  ...["exposed", "failed", "malformed", "timeout"].map((why) => `finalize fails: token-${why}`),
  "finalize answers when no session waits",
  "the next click waits for the call that is under way",
  "the next click tries again what has failed",
  "what has failed gets to the backend",
  "what has failed twice is discarded",
  "what somebody else has left is discarded",
  "Connect opens with a renewed token",
  "a renewed token of somebody else is discarded",
  "a token of the other client is discarded",
  ...["current", "legacy"].map((client) => `the ${client} page is silent`),
  "a silent page is loaded anew",
].toSorted();
/** How often each of them came about, in all stories. */
const cameAbout = new Map<string, number>();
const uncaught: unknown[] = [];
const note = (event: Event): void => void uncaught.push(event.type);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.stubGlobal("fetch", (_url: string, init: RequestInit) => world!.vendor.network.ask(init.signal!));
  vi.stubGlobal("reportError", (error: unknown) => world!.report(error));
  for (const type of ["error", "unhandledrejection"]) window.addEventListener(type, note);
});
afterEach(() => {
  for (const type of ["error", "unhandledrejection"]) window.removeEventListener(type, note);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Plays a story from its first step to an empty page. */
async function play(story: Story, breakIt?: (connect: HumanConnect) => HumanConnect): Promise<void> {
  uncaught.length = 0;
  const watch = watchPage();
  const model = new ConnectModel();
  const own = (world = new ConnectWorld(breakIt));
  try {
    await fc.asyncModelRun(() => ({ model, real: own }), story);
    await own.end(model);
    for (const what of [...model.events, ...model.happenings]) cameAbout.set(what, (cameAbout.get(what) ?? 0) + 1);
    expect(watch.leftovers()).toEqual([]);
    expect(uncaught).toEqual([]);
  } finally {
    watch.stop();
    await own.abandon();
  }
}

describe("a button and its Connect", () => {
  it(`do what a simple model of them does, in ${runs} stories`, { timeout: 0 }, async () => {
    const told = stories([...steps, ...timeSteps], stepsOfStory);
    let count = 0;

    await fc.assert(
      fc.asyncProperty(told, (story) => {
        count += 1;
        return play(story);
      }),
      { numRuns: runs, seed: inject("modelSeed") },
    );

    const events = [...cameAbout]
      .toSorted(([, one], [, other]) => other - one)
      .map(([event, times]) => `${times} ${event}`);
    console.log(`model: ${count} stories; ${events.join(", ")}`);
    expect([...cameAbout.keys()].toSorted()).toEqual(everything);
  });

  it("are caught in a story that can be read when a leaving host is not noticed", { timeout: 120_000 }, async () => {
    const told = stories(steps, 80);
    const property = fc.asyncProperty(told, (story) =>
      play(story, (connect) => ({ ...connect, subscribe: () => () => {} })),
    );

    // Such as: person: clicks,host: subscribes,host: unsubscribes
    const { counterexample } = await fc.check(property, { seed: 1, numRuns: 1000 });

    const story = String(counterexample![0]).replace(/ \/\*.*/, "");
    const names = story.split(",");
    expect(names).toEqual(
      expect.arrayContaining([expect.stringMatching(/^person: clicks/), "host: subscribes", "host: unsubscribes"]),
    );
    expect(names.length).toBeLessThan(8);
  });
});
