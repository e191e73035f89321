import type { HumanConnectState } from "@human-connect/core";
import { wrapContent } from "./wrap-text.js";
import { h, type VNode, type VNodeArrayChildren, type VNodeChild } from "vue";

/** The line that says where things stand; a live one is announced to screen readers. */
export function drawStatus({ status }: HumanConnectState, content: VNodeChild, isLive = false): VNode {
  const attributes = { role: isLive ? "status" : undefined, class: "human-connect-status", "data-status": status };
  return h("p", attributes, wrapContent(content) as VNodeArrayChildren);
}
