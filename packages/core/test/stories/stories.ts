import fc from "fast-check";
import type { ConnectModel } from "./connect-model.js";
import type { ConnectWorld } from "./connect-world.js";
import { hostSteps, peopleSteps } from "./host-steps.js";
import { finalizeSteps, impatientSteps, legacyPageSteps } from "./legacy-steps.js";
import { pageSteps, strangerSteps } from "./page-steps.js";
import type { Step } from "./step.js";
import { backendSteps, networkSteps, vendorSteps } from "./supply-steps.js";

/** A story: steps in a row, some of which cannot happen when their turn comes and are passed over. */
export type Story = Iterable<fc.AsyncCommand<ConnectModel, ConnectWorld>>;

/** Every step but those of time, which whoever holds the clock adds. */
export const steps: readonly Step[] = [
  peopleSteps,
  pageSteps,
  legacyPageSteps,
  strangerSteps,
  impatientSteps,
  finalizeSteps,
  backendSteps,
  networkSteps,
  vendorSteps,
  hostSteps,
].flat();

/** Stories of at most so many steps. A failing one is shortened to the steps that it needs, and printed by their names. */
export function stories(told: readonly Step[], maxCommands: number): fc.Arbitrary<Story> {
  return fc.commands(
    told.flatMap((step) => Array.from({ length: step.weight ?? 1 }, () => fc.constant(new StepCommand(step)))),
    { maxCommands, size: "max" },
  );
}

class StepCommand implements fc.AsyncCommand<ConnectModel, ConnectWorld> {
  readonly #step: Step;

  constructor(step: Step) {
    this.#step = step;
  }

  check(model: Readonly<ConnectModel>): boolean {
    return this.#step.canHappen?.(model) ?? true;
  }

  async run(model: ConnectModel, world: ConnectWorld): Promise<void> {
    await this.#step.happen(model, world);
    await world.settle(model);
  }

  toString(): string {
    return this.#step.name;
  }
}
