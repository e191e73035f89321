import type { HumanConnectState } from "@human-connect/core";
import type { TreeNode } from "./render-tree.js";

/**
 * The only live region of an element: the announced text and the visible text share one element, so that neither is read twice.
 *
 * @param said The announced text; undefined while the region of another element announces.
 * @param shows When the text is visible; at other times only screen readers read it.
 */
export function describeLive(
  state: HumanConnectState,
  said: string | undefined,
  shows: "error" | "always" | "never",
): TreeNode {
  const { status } = state;
  const isShown = shows === "always" || (shows === "error" && status === "error");
  // Every button shows the error, also one that does not announce it or was added later.
  const text = isShown && status === "error" ? state.error.userMessage : said;
  const role = said === undefined && text ? undefined : "status";
  const attributes = isShown
    ? { part: "status", class: "human-connect-status", "data-status": status, role }
    : { part: "live", class: "human-connect-live", "data-status": undefined, role };
  return ["span", attributes, ...(text ? [text] : [])];
}

/** The line with the current state; a live line is announced to screen readers. */
export function describeStatus({ status }: HumanConnectState, text: string, isLive: boolean): TreeNode {
  const attributes = {
    part: "status",
    class: "human-connect-status",
    "data-status": status,
    role: isLive ? "status" : undefined,
  };
  return ["p", attributes, ...(text ? [text] : [])];
}
