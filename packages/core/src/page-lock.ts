import { failure } from "./failure.js";
import { pageKey, type Page } from "./page-key.js";

/**
 * Claims the page for one session.
 *
 * @returns Gives it back.
 * @throws {HumanConnectError} `widget-busy`
 */
export function claimPage(): () => void {
  const page = globalThis as Page;
  if (page[pageKey]) throw failure("widget-busy", "human-api");
  const claim = (page[pageKey] = {});
  return () => {
    if (page[pageKey] === claim) delete page[pageKey];
  };
}
