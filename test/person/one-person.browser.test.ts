import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, inject, it, vi } from "vitest";
// In advance, as it would be in a page where somebody has clicked before.
import "../../packages/core/src/session/run-session.js";
import { createCoreFace } from "./faces/core-face.js";
import { elementAttributes, elementProperties } from "./faces/element-faces.js";
import type { Face } from "./faces/face.js";
import { reactCard, reactHook } from "./faces/react-faces.js";
import { vueCard, vueComposable } from "./faces/vue-faces.js";
import { PersonWorld } from "./person-world.js";
import { steps } from "./steps.js";
import { stories, type Story } from "./stories.js";

const faces = [createCoreFace(), reactCard, reactHook, vueCard, vueComposable, elementProperties, elementAttributes];
const stepsOfStory = 150;
/** Stories of each face: a few of those that the model is told, because frames and frameworks take their time. */
const runs = Math.ceil(inject("modelStories") / 25);

/** What stories have to bring about between them, beside their own steps, or they miss something. */
const everyOutcome = [
  "Connect opened",
  "finalized",
  "reload pressed",
  ...["open", "connect", "disconnect"].map((type) => `heard: ${type}`),
  ...["cancelled", "closed-by-host", "finished"].map((reason) => `heard: close ${reason}`),
  ...["client-failed", "token-failed", "widget-timeout"].map((code) => `heard: error ${code}`),
  ...["open", "prefetch", "expired", "invalid"].map((reason) => `token asked for: ${reason}`),
];
const everything = new Set([...steps.map(({ name }) => name), ...everyOutcome]);
const cameAbout = new Set<string>();

let world: PersonWorld | undefined;
const uncaught = (event: ErrorEvent | PromiseRejectionEvent): void =>
  world?.report("reason" in event ? event.reason : event.error);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.stubGlobal("reportError", (error: unknown) => world?.report(error));
  window.addEventListener("error", uncaught);
  window.addEventListener("unhandledrejection", uncaught);
});
afterEach(() => {
  window.removeEventListener("error", uncaught);
  window.removeEventListener("unhandledrejection", uncaught);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Plays a story from its first step to an empty page. */
async function play(story: Story, face: Face, note: (what: string) => void): Promise<void> {
  const own = (world = new PersonWorld(face, note));
  try {
    await own.settle();
    await fc.asyncModelRun(() => ({ model: own, real: own }), story);
    await own.settle();
    await own.end();
  } finally {
    await own.abandon();
    world = undefined;
  }
}

describe("nothing of one person meets another", () => {
  it.each(faces.map((face, index) => [face.name, face, index] as const))(
    `%s, in ${runs} stories`,
    { timeout: 0 },
    async (name, face, index) => {
      const counts = new Map<string, number>();
      const note = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);

      await fc.assert(
        fc.asyncProperty(stories(stepsOfStory, note), (story) => play(story, face, note)),
        { numRuns: runs, seed: inject("modelSeed") + index },
      );

      const told = [...counts].toSorted(([, one], [, other]) => other - one).map(([what, times]) => `${times} ${what}`);
      console.log(`${name}: ${runs} stories; ${told.join(", ")}`);
      for (const what of counts.keys()) cameAbout.add(what);
    },
  );

  it("in stories that leave nothing out", () => {
    expect([...everything].filter((what) => !cameAbout.has(what))).toEqual([]);
  });

  it("or it is caught in a story that can be read", { timeout: 120_000 }, async () => {
    const face = createCoreFace((options) => ({ ...options, user: "first" }));
    const property = fc.asyncProperty(
      stories(stepsOfStory, () => {}),
      (story) => play(story, face, () => {}),
    );

    // Such as: person: clicks; at once,second: signs in
    const { counterexample, errorInstance } = await fc.check(property, { seed: 1, numRuns: 100 });

    const story = String(counterexample![0]).replace(/ \/\*.*/, "");
    expect(story).toMatch(/signs/);
    expect(story.split(",").length).toBeLessThan(8);
    expect(String(errorInstance)).toContain("first");
  });
});
