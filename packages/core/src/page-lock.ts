import { failure } from "./failure.js";
import { pageKey, type Page } from "./page-key.js";

/**
 * Claims the page for one session: at once when it is free, and as soon as it is when whoever has it is on the way out.
 *
 * @param signal Aborted when the session has to go.
 * @returns Gives the page back.
 * @throws {HumanConnectError} `widget-busy`
 */
export async function claimPage(signal: AbortSignal): Promise<() => void> {
  const page = globalThis as Page;
  while (page[pageKey]?.signal?.aborted) await page[pageKey].left;
  if (page[pageKey]) throw failure("widget-busy", "human-api");
  let leave!: () => void;
  const claim = (page[pageKey] = { signal, left: new Promise<void>((resolve) => (leave = resolve)) });
  return () => {
    if (page[pageKey] === claim) delete page[pageKey];
    leave();
  };
}
