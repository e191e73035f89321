import { readViewLabels } from "@human-connect/core";
import { FollowerElement } from "./follower-element.js";
import type { TreeNode } from "./render-tree.js";

/**
 * What the person has connected through the button whose id is in `for`, live.
 *
 * @slot empty - Stands in for an empty list. Default: a line that says so.
 * @csspart list, source, empty
 */
export class HumanConnectList extends FollowerElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "locale", "label-connections", "label-no-connections"];
  }

  protected override describe(): readonly TreeNode[] {
    const { currentConnections } = this.follower.state;
    const { connections, noConnections } = readViewLabels(this.follower.words);
    if (!currentConnections.length)
      return [["slot", { name: "empty" }, ["p", { part: "empty", class: "human-connect-empty" }, noConnections]]];
    const sources = currentConnections.map(({ name }): TreeNode => [
      "li",
      { part: "source", class: "human-connect-source" },
      name,
    ]);
    return [["ul", { part: "list", class: "human-connect-list", "aria-label": connections }, ...sources]];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "human-connect-list": HumanConnectList;
  }
}
