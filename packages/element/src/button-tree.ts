import { readButtonLabels, type HumanConnectState, type LabelOptions } from "@human-connect/core";
import type { TreeNode } from "./render-tree.js";
import { describeStatus } from "./status-tree.js";

/** What a button is drawn from. */
export interface ButtonView {
  readonly state: HumanConnectState;
  readonly words: LabelOptions;
  readonly isDisabled: boolean;
  /** The label in the page: its text; `null` when it is more than text; empty when there is none. */
  readonly label: string | null;
  /** Connect is shown in the page, in a box around the button. */
  readonly isInline: boolean;
}

/** The shadow tree of `<human-connect-button>`. Pure: a server writes it, a browser keeps it up to date. */
export function describeButton(view: ButtonView): readonly TreeNode[] {
  const { state, words, isInline } = view;
  const { connect, loading } = readButtonLabels(words);
  const button = describeBareButton(view, connect);
  const said = state.status === "loading" ? loading : state.status === "error" ? state.error.userMessage : "";
  if (isInline) return [describeBox(view, button, describeStatus(state, said, true))];
  return [button, ["span", { part: "live", class: "human-connect-live", role: "status" }, ...(said ? [said] : [])]];
}

/**
 * The button without anything that announces how it goes.
 *
 * @param connect What it says when the page has no label for it.
 */
export function describeBareButton(view: ButtonView, connect: string): TreeNode {
  const { state, words, isDisabled, isInline, label } = view;
  const { retry } = readButtonLabels(words);
  const { status } = state;
  return [
    "button",
    {
      part: "button",
      class: "human-connect-button",
      type: "button",
      "aria-haspopup": isInline ? undefined : "dialog",
      "data-status": status,
      "data-connected": state.currentConnections.length ? "" : undefined,
      "aria-busy": status === "loading" ? "true" : undefined,
      disabled: isDisabled ? "" : undefined,
    },
    ["span", { part: "icon", class: "human-connect-icon", "aria-hidden": "true" }],
    [
      "span",
      {
        part: "label",
        class: "human-connect-label",
        // Both texts keep their room, so that the box stays the same when one gives way to the other.
        "data-connect": label === null ? undefined : label || connect,
        "data-retry": retry,
      },
      status === "error" ? retry : label === "" ? connect : ["slot", {}],
    ],
  ];
}

/** The box of a button that is inline: the room for Connect, then what gives way to it. */
export function describeBox({ state }: ButtonView, ...children: TreeNode[]): TreeNode {
  return [
    "div",
    { part: "inline", class: "human-connect-inline", "data-status": state.status },
    ["div", { class: "human-connect-frame" }, null],
    ...children,
  ];
}
