import { describeState, readCardLabels } from "@human-connect/core";
import { bareButtonTree, boxTree, type ButtonView } from "./button-tree.js";
import { listTree } from "./list-tree.js";
import type { TreeNode } from "./render-tree.js";
import { liveTree, statusTree } from "./status-tree.js";

/** The input of a card's shadow tree. */
export interface CardView extends ButtonView {
  /** 1 to 6. */
  readonly headingLevel: number;
  /** False if the page hides the heading. */
  readonly hasHeading: boolean;
  readonly hasPrivacy: boolean;
}

/** The shadow tree of `<human-connect-card>`. Pure, like that of the button. */
export function cardTree(view: CardView): readonly TreeNode[] {
  const { state, words, isInline, said } = view;
  const { heading, privacy } = readCardLabels(words);
  const isConnected = state.currentConnections.length > 0;
  const button = bareButtonTree(view);
  const live = liveTree(state, said, "error");
  const line = statusTree(state, describeState(state, words, true), false);
  // First, so that the live region keeps its element when an error replaces the status line.
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
      // An empty text keeps the position: elements are updated by position, and a later one may contain Connect.
      view.hasHeading ? title : "",
      view.hasPrivacy ? about : "",
      listTree(state, words, true, true),
      [
        "div",
        { part: "actions", class: "human-connect-actions" },
        ...(isInline ? [boxTree(view, button, ...status)] : [button, ...status]),
      ],
      ["slot", { name: "footer" }],
    ],
  ];
}

/** Reads a heading level from an attribute or a property: 1 to 6, else 2. */
export function readHeadingLevel(value: unknown): number {
  const level = Number(value);
  return level >= 1 && level <= 6 ? Math.trunc(level) : 2;
}
