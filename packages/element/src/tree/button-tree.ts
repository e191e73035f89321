import { readButtonLabels, type HumanConnectState, type LabelOptions } from "@human-connect/core";
import type { TreeNode } from "./render-tree.js";
import { describeLive } from "./status-tree.js";

/** What a button is drawn from. */
export interface ButtonView {
  readonly state: HumanConnectState;
  readonly words: LabelOptions;
  readonly isDisabled: boolean;
  /** The label in the page: its text; `null` when it is more than text; empty when there is none. */
  readonly label: string | null;
  /** Connect is shown in the page, in a box around the button. */
  readonly isInline: boolean;
  /** What is announced; undefined while another element speaks. */
  readonly said: string | undefined;
  /** Whether the reason of a failure stands below the button. */
  readonly hasMessage: boolean;
}

/** The shadow tree of `<human-connect-button>`. Pure: a server writes it, a browser keeps it up to date. */
export function describeButton(view: ButtonView): readonly TreeNode[] {
  const { state, said, isInline, hasMessage } = view;
  const button = describeBareButton(view);
  const live = describeLive(state, said, hasMessage ? (isInline ? "always" : "error") : "never");
  return isInline ? [describeBox(view, button, live)] : [button, live];
}

/** The button without anything that announces how it goes. */
export function describeBareButton({ state, words, isDisabled, isInline, label }: ButtonView): TreeNode {
  const { connect, connectAnother, retry } = readButtonLabels(words);
  const { status, currentConnections } = state;
  const isConnected = currentConnections.length > 0;
  const idle: TreeNode = label === "" ? (isConnected ? connectAnother : connect) : ["slot", {}];
  // Every text keeps its room, so that the box stays the same when one gives way to another.
  const texts = label === null ? [] : [...(label ? [label] : [connect, connectAnother]), retry];
  const room = texts.map((text): TreeNode => ["span", { "data-text": text }]);
  return [
    "button",
    {
      part: "button",
      class: "human-connect-button",
      type: "button",
      "aria-haspopup": isInline ? undefined : "dialog",
      "data-status": status,
      "data-connected": isConnected ? "" : undefined,
      "aria-busy": status === "loading" ? "true" : undefined,
      disabled: isDisabled ? "" : undefined,
    },
    ["span", { part: "icon", class: "human-connect-icon", "aria-hidden": "true" }],
    ["span", { part: "label", class: "human-connect-label" }, status === "error" ? retry : idle],
    ...(label === null ? [] : [["span", { class: "human-connect-room", "aria-hidden": "true" }, ...room] as TreeNode]),
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
