import { type HumanConnectState, type LabelOptions, readViewLabels } from "@human-connect/core";
import { describeSource, isLongList, type ListedSource, listSources } from "@human-connect/core/face";
import type { TreeNode } from "./render-tree.js";
import type { SourceContent } from "./source-content.js";

/** The input of a list. */
export interface ListView {
  readonly state: HumanConnectState;
  readonly words: LabelOptions;
  /** Shows the status of each source, and lists the sources that were just disconnected or requested. */
  readonly isDetailed: boolean;
  /** Makes a long list focusable, because a list in a card scrolls. Default false. */
  readonly isInCard?: boolean;
  /** The page's own content of each source. Default: the name, and the status in detail. */
  readonly renderSource?: SourceContent | undefined;
}

/** The list of sources, or the line shown instead of an empty list. */
export function listTree(view: ListView): TreeNode {
  const { state, words, isDetailed, isInCard = false, renderSource } = view;
  const { connections, noConnections } = readViewLabels(words);
  const sources = listSources(state, isDetailed);
  if (!sources.length)
    return ["slot", { name: "empty" }, ["p", { part: "empty", class: "human-connect-empty" }, noConnections]];
  const items = sources.map((source): TreeNode => {
    const attributes = { part: "source", class: "human-connect-source", "data-status": source.status };
    return ["li", attributes, ...(renderSource?.(source) ?? sourceTree(source, view))];
  });
  const tabindex = isInCard && isLongList(state) ? "0" : undefined;
  return ["ul", { part: "list", class: "human-connect-list", "aria-label": connections, tabindex }, ...items];
}

function sourceTree(source: ListedSource, { isDetailed, words }: ListView): readonly TreeNode[] {
  if (!isDetailed) return [source.name];
  return [
    ["span", { part: "source-name", class: "human-connect-source-name" }, source.name],
    ["span", { part: "source-status", class: "human-connect-source-status" }, describeSource(source, words)],
  ];
}
