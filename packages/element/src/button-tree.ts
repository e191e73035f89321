import { readButtonLabels, type HumanConnectState, type LabelOptions } from "@human-connect/core";
import type { TreeNode } from "./render-tree.js";

/** What a button is drawn from. */
export interface ButtonView {
  readonly state: HumanConnectState;
  readonly words: LabelOptions;
  readonly isDisabled: boolean;
  /** The label in the page: its text; `null` when it is more than text; empty when there is none. */
  readonly label: string | null;
}

/** The shadow tree of `<human-connect-button>`. Pure: a server writes it, a browser keeps it up to date. */
export function describeButton({ state, words, isDisabled, label }: ButtonView): readonly TreeNode[] {
  const { connect, retry, loading } = readButtonLabels(words);
  const { status } = state;
  const live = status === "loading" ? loading : status === "error" ? state.error.userMessage : "";
  return [
    [
      "button",
      {
        part: "button",
        class: "human-connect-button",
        type: "button",
        "aria-haspopup": "dialog",
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
    ],
    ["span", { part: "live", class: "human-connect-live", role: "status" }, ...(live ? [live] : [])],
  ];
}
