import { HumanConnectError } from "../model/errors.js";
import { failure } from "../words/failure.js";
import { pageKey, type Page } from "../base/page-key.js";

/**
 * Claims the page for one session: at once when it is free, and as soon as it is when whoever has it is on the way out, or turns out to
 * be at the end of the task.
 *
 * @param signal Aborted when the session has to go.
 * @param release How a developer ends a session that is left open, for the message of whoever finds the page taken.
 * @returns Gives the page back.
 * @throws {HumanConnectError} `widget-busy`
 */
export async function claimPage(signal: AbortSignal, release?: string): Promise<() => void> {
  const page = globalThis as Page;
  for (let isLate = false; page[pageKey];) {
    if (page[pageKey].signal?.aborted) await page[pageKey].left;
    else if (isLate) throw busy(page[pageKey].release);
    // What was unmounted just now is only known to be gone at the end of the task.
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
