import type { HumanConnectState } from "@human-connect/core";
import { readLiveView, type ShowsLive } from "@human-connect/core/face";
import type { TreeNode } from "./render-tree.js";

/** The only live region of an element. */
export function liveTree(state: HumanConnectState, said: string | undefined, shows: ShowsLive): TreeNode {
  const { text, isShown, isLive } = readLiveView(state, said, shows);
  const role = isLive ? "status" : undefined;
  const attributes = isShown
    ? { part: "status", class: "human-connect-status", "data-status": state.status, role }
    : { part: "live", class: "human-connect-live", "data-status": undefined, role };
  return ["span", attributes, ...(text ? [text] : [])];
}

/**
 * The line with the current state.
 *
 * @param text The text of the line; undefined where the page's own content replaces it.
 * @param isLive Whether the line is announced to screen readers.
 */
export function statusTree({ status }: HumanConnectState, text: string | undefined, isLive: boolean): TreeNode {
  const attributes = {
    part: "status",
    class: "human-connect-status",
    "data-status": status,
    role: isLive ? "status" : undefined,
  };
  const own: TreeNode[] = text === undefined ? [["slot", { name: "status" }]] : text ? [text] : [];
  return ["p", attributes, ...own];
}
