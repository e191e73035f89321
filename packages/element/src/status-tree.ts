import type { HumanConnectState } from "@human-connect/core";
import type { TreeNode } from "./render-tree.js";

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
