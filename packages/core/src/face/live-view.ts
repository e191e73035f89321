import type { HumanConnectState } from "../model/state.js";

/** When the text of a live region is visible; at other times only screen readers read it. */
export type ShowsLive = "error" | "always" | "never";

/** The live region of a button, in every face: announced and visible text share one element, so that neither is read twice. */
export interface LiveView {
  readonly text: string | undefined;
  readonly isShown: boolean;
  /** The element has the role `status`: its changes are announced. */
  readonly isLive: boolean;
}

/** When a button shows its live region: after an error, and always where Connect is shown in the page. */
export function whenShown(message: "shown" | "hidden" | null | undefined, isInline: boolean): ShowsLive {
  if (message === "hidden") return "never";
  return isInline ? "always" : "error";
}

/**
 * Describes a live region.
 *
 * @param said The announced text; undefined while the region of another component announces.
 */
export function readLiveView(state: HumanConnectState, said: string | undefined, shows: ShowsLive): LiveView {
  const isShown = shows === "always" || (shows === "error" && state.status === "error");
  // Every button shows the error, also one that does not announce it or was mounted later.
  const text = isShown && state.status === "error" ? state.error.userMessage : said;
  return { text, isShown, isLive: said !== undefined || !text };
}
