// Work of a page's main thread.
import { readMetrics } from "./browser.mjs";

/**
 * Counts by the engine's own clock of its main thread: it stands still while another process has the processor, and counts style, layout and
 * what is put off, for as long as the task waits.
 *
 * @param {import("playwright").CDPSession} devTools
 * @returns {Promise<(task: () => Promise<unknown>) => Promise<number>>} Measures a task, in milliseconds.
 */
export async function createWorkMeter(devTools) {
  await devTools.send("Performance.enable", { timeDomain: "threadTicks" });
  return async (task) => {
    const before = await readMetrics(devTools);
    await task();
    const after = await readMetrics(devTools);
    return (after.TaskDuration - before.TaskDuration) * 1000;
  };
}
