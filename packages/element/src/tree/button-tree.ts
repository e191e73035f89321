import { type HumanConnectState, type LabelOptions, readButtonLabels } from "@human-connect/core";
import { readButtonView, whenShown } from "@human-connect/core/face";
import type { Attributes, TreeNode } from "./render-tree.js";
import { liveTree } from "./status-tree.js";

/** The input of a button's shadow tree. */
export interface ButtonView {
  readonly state: HumanConnectState;
  readonly words: LabelOptions;
  readonly isDisabled: boolean;
  /** The slotted label: its text; `null` if it is more than text; empty without a label. */
  readonly label: string | null;
  /** The page's own content replaces the icon and the label, in every state. Default false. */
  readonly hasOwnContent?: boolean;
  /** Whether Connect is shown in the page, in a box around the button. */
  readonly isInline: boolean;
  /** The announced text; undefined while another element announces. */
  readonly said: string | undefined;
  /** Whether the reason of a failure is visible below the button. Default `"shown"`. */
  readonly message?: "shown" | "hidden" | null | undefined;
}

/** The shadow tree of `<human-connect-button>`. Pure: a server renders it once, a browser updates it. */
export function buttonTree(view: ButtonView): readonly TreeNode[] {
  const { state, said, isInline, message } = view;
  const button = bareButtonTree(view);
  const live = liveTree(state, said, whenShown(message, isInline));
  return isInline ? [boxTree(view, button, live)] : [button, live];
}

/** The button without a live region. */
export function bareButtonTree(view: ButtonView): TreeNode {
  const own = { part: "button", class: "human-connect-button", type: "button" };
  return ["button", { ...own, ...stateAttributes(view) }, ...contentTree(view)];
}

/** What the attributes of a button say of its session. */
export function stateAttributes({ state, isInline, isDisabled }: ButtonView): Attributes {
  const { status, currentConnections } = state;
  return {
    "aria-haspopup": isInline ? undefined : "dialog",
    "data-status": status,
    "data-connected": currentConnections.length ? "" : undefined,
    "aria-busy": status === "loading" ? "true" : undefined,
    disabled: isDisabled ? "" : undefined,
  };
}

/** The icon and the label. */
function contentTree({ state, words, label, hasOwnContent }: ButtonView): readonly TreeNode[] {
  if (hasOwnContent) return [["slot", { name: "button" }]];
  const { label: shown, reserved } = readButtonView(state, readButtonLabels(words), label === "" ? undefined : label);
  // The label's text is in the slot.
  const text: TreeNode = label === "" || state.status === "error" ? shown! : ["slot", {}];
  const room = { "data-text": reserved[0], "data-also": reserved[1] };
  const parts: TreeNode[] = [
    ["span", { part: "icon", class: "human-connect-icon", "aria-hidden": "true" }],
    ["span", { part: "label", class: "human-connect-label" }, text],
  ];
  return reserved.length
    ? [...parts, ["span", { class: "human-connect-room", "aria-hidden": "true", ...room }]]
    : parts;
}

/** The box of an inline button: the frame for Connect, then what CSS hides while the frame is filled. */
export function boxTree({ state }: ButtonView, ...children: TreeNode[]): TreeNode {
  return [
    "div",
    { part: "inline", class: "human-connect-inline", "data-status": state.status },
    ["div", { class: "human-connect-frame" }, null],
    ...children,
  ];
}
