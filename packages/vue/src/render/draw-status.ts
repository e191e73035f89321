import type { HumanConnectState } from "@human-connect/core";
import { wrapContent } from "./wrap-text.js";
import { h, type VNode, type VNodeArrayChildren, type VNodeChild } from "vue";

/**
 * The one live region of a component: what it announces and what it shows of that are never two texts to be read.
 *
 * @param said What is announced; undefined while the region of another component speaks.
 * @param shows When those who see may read it as well; at other times it is for screen readers alone.
 */
export function drawLive(
  state: HumanConnectState,
  said: string | undefined,
  shows: "error" | "always" | "never",
): VNode {
  const { status } = state;
  const isShown = shows === "always" || (shows === "error" && status === "error");
  // What went wrong is shown beside each button, also by one that does not speak or has come later.
  const text = isShown && status === "error" ? state.error.userMessage : said;
  const attributes = {
    role: said === undefined && text ? undefined : "status",
    class: isShown ? "human-connect-status" : "human-connect-live",
    "data-status": isShown ? status : undefined,
  };
  return h("span", attributes, text);
}

/** The line that says where things stand; a live one is announced to screen readers. */
export function drawStatus({ status }: HumanConnectState, content: VNodeChild, isLive = false): VNode {
  const attributes = { role: isLive ? "status" : undefined, class: "human-connect-status", "data-status": status };
  return h("p", attributes, wrapContent(content) as VNodeArrayChildren);
}
