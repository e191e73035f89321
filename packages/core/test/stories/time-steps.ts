import { vi } from "vitest";
import type { ConnectModel } from "./connect-model.js";
import { isShown, type Step } from "./step.js";

async function pass(model: ConnectModel, ms: number): Promise<void> {
  model.passes(ms);
  await vi.advanceTimersByTimeAsync(ms);
}

/** What takes time. Whoever tells these stories holds the clock. */
export const timeSteps: readonly Step[] = [
  // Neither divides, nor do sums of them, any of the waits: no two ends fall into one moment by accident.
  ...[2700, 40_000].map((ms): Step => ({
    name: `time: ${ms} ms pass`,
    weight: ms < 10_000 ? 5 : 1,
    happen: (model) => pass(model, ms),
  })),
  {
    name: "finalize: takes more than 15 s",
    weight: 7,
    canHappen: ({ finalizer }) => finalizer.isCalled,
    happen: (model) => pass(model, 15_300),
  },
  {
    name: "widget: loads and is silent for 10800 ms",
    weight: 10,
    canHappen: (model) => isShown(model) && !model.session!.isLive,
    async happen(model, world) {
      model.happenings.push(`the ${model.session!.click.isLegacy ? "legacy" : "current"} page is silent`);
      model.frameLoads();
      world.vendor.loadFrame();
      await world.settle(model);
      await pass(model, 10_800);
    },
  },
  // Two failures with the right wait between them: by chance alone hardly a story would get so far.
  {
    name: "network: is down for 2700 ms",
    weight: 20,
    canHappen: ({ session }) => session?.phase === "shown" && session.isReachAsked,
    async happen(model, world) {
      for (const ms of [2700, 0]) {
        model.session!.networkFails();
        world.vendor.network.fail();
        await world.settle(model);
        await pass(model, ms);
        await world.settle(model);
      }
    },
  },
];
