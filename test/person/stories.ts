import fc from "fast-check";
import type { PersonWorld } from "./person-world.js";
import { steps, type Step } from "./steps.js";

/** A story: steps in a row, some of which cannot happen when their turn comes and are passed over. */
export type Story = Iterable<fc.AsyncCommand<PersonWorld, PersonWorld>> & { toString(): string };

/**
 * Stories of at most so many steps. A failing one is shortened to the steps that it needs, and printed by their names.
 *
 * @param note Told of each step that happens.
 */
export function stories(maxCommands: number, note: (what: string) => void): fc.Arbitrary<Story> {
  return fc.commands(
    steps.flatMap((step) => {
      const command = fc.boolean().map((isHasty) => new StepCommand(step, isHasty && !step.takesTime, note));
      return Array.from({ length: step.weight ?? 1 }, () => command);
    }),
    { maxCommands, size: "max" },
  );
}

class StepCommand implements fc.AsyncCommand<PersonWorld, PersonWorld> {
  readonly #step: Step;
  readonly #isHasty: boolean;
  readonly #note: (what: string) => void;

  /** @param isHasty The next step comes in the same turn. */
  constructor(step: Step, isHasty: boolean, note: (what: string) => void) {
    this.#step = step;
    this.#isHasty = isHasty;
    this.#note = note;
  }

  check(world: Readonly<PersonWorld>): boolean {
    return this.#step.canHappen?.(world as PersonWorld) ?? true;
  }

  async run(world: PersonWorld): Promise<void> {
    // It was checked a moment ago, and what a hasty step has begun goes on.
    if (!this.check(world)) return;
    this.#note(this.#step.name);
    await this.#step.happen(world);
    if (!this.#isHasty) await world.settle();
  }

  toString(): string {
    return this.#isHasty ? `${this.#step.name}; at once` : this.#step.name;
  }
}
