import { HumanConnectError } from "../model/errors.js";
import { failure } from "../words/failure.js";
import { pageKey, type Page } from "../base/page-key.js";

/**
 * Claims the page for one session: at once if it is free. If the session that holds it is ending, or is found to be ending at the end of
 * the task, waits until it is over.
 *
 * @param signal Aborted when the session has to end.
 * @param release How a developer ends a session that was left open, for the message of the next caller that finds the page claimed.
 * @returns Releases the page.
 * @throws {HumanConnectError} `widget-busy`
 */
export async function claimPage(signal: AbortSignal, release?: string): Promise<() => void> {
  const page = globalThis as Page;
  for (let isLate = false; page[pageKey];) {
    if (page[pageKey].signal?.aborted) await page[pageKey].left;
    else if (isLate) throw busy(page[pageKey].release);
    // A component that was unmounted just now unsubscribes at the end of the task.
    else await new Promise<void>((resolve) => setTimeout(() => resolve(void (isLate = true))));
  }
  let leave!: () => void;
  const claim = (page[pageKey] = { signal, release, left: new Promise<void>((resolve) => (leave = resolve)) });
  return () => {
    if (page[pageKey] === claim) delete page[pageKey];
    leave();
  };
}

function busy(release: string | undefined): HumanConnectError {
  if (release === undefined) return failure("widget-busy", "human-api");
  return new HumanConnectError("widget-busy", `Connect is already open on this page. ${release}`);
}
