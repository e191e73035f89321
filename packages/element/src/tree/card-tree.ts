import { describeState, readCardLabels } from "@human-connect/core";
import { bareButtonTree, boxTree, type ButtonView } from "./button-tree.js";
import { listTree } from "./list-tree.js";
import type { TreeNode } from "./render-tree.js";
import type { SourceContent } from "./source-content.js";
import { liveTree, statusTree } from "./status-tree.js";

/** The input of a card's shadow tree. */
export interface CardView extends ButtonView {
  /** 1 to 6. */
  readonly headingLevel: number;
  /** False if the page hides the heading. */
  readonly hasHeading: boolean;
  readonly hasPrivacy: boolean;
  /** Content without a slot name is below the button, and not its label. Default false. */
  readonly hasMore?: boolean;
  /** The page's own content replaces the text of the status line, in every state. Default false. */
  readonly hasOwnStatus?: boolean;
  /** The page's own content of each source. */
  readonly renderSource?: SourceContent | undefined;
}

/** The shadow tree of `<human-connect-card>`. Pure, like that of the button. */
export function cardTree(view: CardView): readonly TreeNode[] {
  const { state, words, isInline, said, hasMore = false, hasOwnStatus = false, renderSource } = view;
  const { heading, privacy } = readCardLabels(words);
  const isConnected = state.currentConnections.length > 0;
  const button = bareButtonTree(view);
  const line = statusTree(state, hasOwnStatus ? undefined : describeState(state, words, true), false);
  // First, so that the live region keeps its element when an error replaces the status line.
  const status = [liveTree(state, said, hasOwnStatus ? "never" : "error")];
  if (hasOwnStatus || state.status !== "error") status.push(line);
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
      listTree({ state, words, isDetailed: true, isInCard: true, renderSource }),
      [
        "div",
        { part: "actions", class: "human-connect-actions" },
        ...(isInline ? [boxTree(view, button, ...status)] : [button, ...status]),
      ],
      ...(hasMore ? [["slot", { name: undefined }] as TreeNode] : []),
      ["slot", { name: "footer" }],
    ],
  ];
}

/** Reads a heading level from an attribute or a property: 1 to 6, else 2. */
export function readHeadingLevel(value: unknown): number {
  const level = Number(value);
  return level >= 1 && level <= 6 ? Math.trunc(level) : 2;
}
