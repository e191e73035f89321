import { vi } from "vitest";

const turns = new MessageChannel();
const waiting: (() => void)[] = [];
turns.port1.onmessage = () => {
  // A timer without a delay is the end of a task, also where time stands still.
  if (vi.isFakeTimers()) vi.advanceTimersByTime(0);
  waiting.shift()!();
};

/** Everything else has had its turn when it resolves: a message of our own comes after all that were sent before. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    turns.port2.postMessage(null);
  });
}
