import { describeState, readCardLabels } from "@human-connect/core";
import { describeBareButton, describeBox, type ButtonView } from "./button-tree.js";
import { describeList } from "./list-tree.js";
import type { TreeNode } from "./render-tree.js";
import { describeLive, describeStatus } from "./status-tree.js";

/** What a card is drawn from. */
export interface CardView extends ButtonView {
  /** 1 to 6. */
  readonly headingLevel: number;
  /** False where the page wants none. */
  readonly hasHeading: boolean;
  readonly hasPrivacy: boolean;
}

/** The shadow tree of `<human-connect-card>`. Pure, as that of the button. */
export function describeCard(view: CardView): readonly TreeNode[] {
  const { state, words, isInline, said } = view;
  const { heading, privacy } = readCardLabels(words);
  const isConnected = state.currentConnections.length > 0;
  const button = describeBareButton(view);
  const live = describeLive(state, said, "error");
  const line = describeStatus(state, describeState(state, words, true), false);
  // First, so that it stays the same element when the line gives way to what went wrong.
  const status = state.status === "error" ? [live] : [live, line];
  const title: TreeNode = [
    `h${view.headingLevel}`,
    { part: "heading", class: "human-connect-heading" },
    ["slot", { name: "heading" }, heading],
  ];
  const about: TreeNode = [
    "p",
    { part: "privacy", class: "human-connect-privacy" },
    ["slot", { name: "privacy" }, privacy],
  ];
  const attributes = {
    part: "card",
    class: "human-connect-card",
    "data-status": state.status,
    "data-connected": isConnected ? "" : undefined,
  };
  return [
    [
      "section",
      attributes,
      // Each keeps its place: what follows is known by its own, and Connect may be in it.
      view.hasHeading ? title : "",
      view.hasPrivacy ? about : "",
      describeList(state, words, true, true),
      [
        "div",
        { part: "actions", class: "human-connect-actions" },
        ...(isInline ? [describeBox(view, button, ...status)] : [button, ...status]),
      ],
      ["slot", { name: "footer" }],
    ],
  ];
}

/** A level from an attribute or a property: 1 to 6, else 2. */
export function readHeadingLevel(value: unknown): number {
  const level = Number(value);
  return level >= 1 && level <= 6 ? Math.trunc(level) : 2;
}
