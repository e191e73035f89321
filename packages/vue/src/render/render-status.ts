import type { HumanConnectState } from "@human-connect/core";
import { readLiveView, type ShowsLive } from "@human-connect/core/face";
import { wrapContent } from "./wrap-text.js";
import { h, type VNode, type VNodeArrayChildren, type VNodeChild } from "vue";

/** The only live region of a component. */
export function renderLive(state: HumanConnectState, said: string | undefined, shows: ShowsLive): VNode {
  const { text, isShown, isLive } = readLiveView(state, said, shows);
  const attributes = {
    role: isLive ? "status" : undefined,
    class: isShown ? "human-connect-status" : "human-connect-live",
    "data-status": isShown ? state.status : undefined,
  };
  return h("span", attributes, text);
}

/** The line with the current state; a live line is announced to screen readers. */
export function renderStatus({ status }: HumanConnectState, content: VNodeChild, isLive = false): VNode {
  const attributes = { role: isLive ? "status" : undefined, class: "human-connect-status", "data-status": status };
  return h("p", attributes, wrapContent(content) as VNodeArrayChildren);
}
