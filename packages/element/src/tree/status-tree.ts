import type { HumanConnectState } from "@human-connect/core";
import type { TreeNode } from "./render-tree.js";

/**
 * The one live region of an element: what it announces and what it shows of that are never two texts to be read.
 *
 * @param said What is announced; undefined while the region of another element speaks.
 * @param shows When those who see may read it as well; at other times it is for screen readers alone.
 */
export function describeLive(
  state: HumanConnectState,
  said: string | undefined,
  shows: "error" | "always" | "never",
): TreeNode {
  const { status } = state;
  const isShown = shows === "always" || (shows === "error" && status === "error");
  // What went wrong is shown beside each button, also by one that does not speak or has come later.
  const text = isShown && status === "error" ? state.error.userMessage : said;
  const role = said === undefined && text ? undefined : "status";
  const attributes = isShown
    ? { part: "status", class: "human-connect-status", "data-status": status, role }
    : { part: "live", class: "human-connect-live", "data-status": undefined, role };
  return ["span", attributes, ...(text ? [text] : [])];
}

/** The line that says where things stand; a live one is announced to screen readers. */
export function describeStatus({ status }: HumanConnectState, text: string, isLive: boolean): TreeNode {
  const attributes = {
    part: "status",
    class: "human-connect-status",
    "data-status": status,
    role: isLive ? "status" : undefined,
  };
  return ["p", attributes, ...(text ? [text] : [])];
}
