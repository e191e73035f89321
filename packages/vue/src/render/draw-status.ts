import type { HumanConnectState } from "@human-connect/core";
import { wrapContent } from "./wrap-text.js";
import { h, type VNode, type VNodeArrayChildren, type VNodeChild } from "vue";

/**
 * The only live region of a component: the announced text and the visible text share one element, so that neither is read twice.
 *
 * @param said The announced text; undefined while the region of another component announces.
 * @param shows When the text is visible; at other times only screen readers read it.
 */
export function drawLive(
  state: HumanConnectState,
  said: string | undefined,
  shows: "error" | "always" | "never",
): VNode {
  const { status } = state;
  const isShown = shows === "always" || (shows === "error" && status === "error");
  // Every button shows the error, also one that does not announce it or was mounted later.
  const text = isShown && status === "error" ? state.error.userMessage : said;
  const attributes = {
    role: said === undefined && text ? undefined : "status",
    class: isShown ? "human-connect-status" : "human-connect-live",
    "data-status": isShown ? status : undefined,
  };
  return h("span", attributes, text);
}

/** The line with the current state; a live line is announced to screen readers. */
export function drawStatus({ status }: HumanConnectState, content: VNodeChild, isLive = false): VNode {
  const attributes = { role: isLive ? "status" : undefined, class: "human-connect-status", "data-status": status };
  return h("p", attributes, wrapContent(content) as VNodeArrayChildren);
}
