import type { PropertyDeclarations } from "@lit/reactive-element";
import { FollowerElement } from "./follower-element.js";
import { listTree } from "../tree/list-tree.js";
import type { TreeNode } from "../tree/render-tree.js";
import { flag } from "../attributes/flag.js";

/**
 * A live list of the sources that the user has connected through the button or card whose id is in `for`.
 *
 * @slot empty - Shown instead of an empty list. Default: the label `noConnections`.
 * @csspart list - The list.
 * @csspart source - Each source in it.
 * @csspart source-name - The name of a source, if `detailed`.
 * @csspart source-status - The status of a source, if `detailed`.
 * @csspart empty - The line shown instead of an empty list.
 */
export class HumanConnectList extends FollowerElement {
  static override properties: PropertyDeclarations = { detailed: { type: Boolean, reflect: true, converter: flag } };

  static override get observedAttributes(): string[] {
    return [
      ...super.observedAttributes,
      "locale",
      "label-connections",
      "label-no-connections",
      "label-status-connected",
      "label-status-added",
      "label-status-disconnected",
      "label-status-requested",
    ];
  }

  /** Also shows the status of each source, and lists the sources that were just disconnected or requested. Default false. */
  declare detailed: boolean;

  constructor() {
    super();
    this.detailed = false;
  }

  protected override describe(): readonly TreeNode[] {
    return [listTree(this.follower.state, this.follower.words, this.detailed)];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "human-connect-list": HumanConnectList;
  }
}
