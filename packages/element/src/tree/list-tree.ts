import { type HumanConnectState, type LabelOptions, readViewLabels } from "@human-connect/core";
import { describeSource, isLongList, listSources } from "@human-connect/core/face";
import type { TreeNode } from "./render-tree.js";

/**
 * The list of sources, or the line shown instead of an empty list.
 *
 * @param isInCard Makes a long list focusable, because a list in a card scrolls. Default false.
 */
export function listTree(
  state: HumanConnectState,
  words: LabelOptions,
  isDetailed: boolean,
  isInCard = false,
): TreeNode {
  const { connections, noConnections } = readViewLabels(words);
  const sources = listSources(state, isDetailed);
  if (!sources.length)
    return ["slot", { name: "empty" }, ["p", { part: "empty", class: "human-connect-empty" }, noConnections]];
  const items = sources.map((source): TreeNode => {
    const { name, status } = source;
    const content: TreeNode[] = [
      ["span", { part: "source-name", class: "human-connect-source-name" }, name],
      ["span", { part: "source-status", class: "human-connect-source-status" }, describeSource(source, words)],
    ];
    const attributes = { part: "source", class: "human-connect-source", "data-status": status };
    return ["li", attributes, ...(isDetailed ? content : [name])];
  });
  const tabindex = isInCard && isLongList(state) ? "0" : undefined;
  return ["ul", { part: "list", class: "human-connect-list", "aria-label": connections, tabindex }, ...items];
}
