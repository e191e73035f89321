import type { PropertyDeclarations } from "@lit/reactive-element";
import { FollowerElement } from "./follower-element.js";
import { describeList } from "../tree/list-tree.js";
import type { TreeNode } from "../tree/render-tree.js";
import { flag } from "../attributes/flag.js";

/**
 * What the person has connected through the button or card whose id is in `for`, live.
 *
 * @slot empty - Stands in for an empty list. Default: a line that says so.
 * @csspart list - The list.
 * @csspart source - Each source in it.
 * @csspart source-name - The name of a source, in detail.
 * @csspart source-status - How a source stands, in detail.
 * @csspart empty - The line that stands in for an empty list.
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

  /** Also shows how each source stands, those that were disconnected just now and those that were requested. Default false. */
  declare detailed: boolean;

  constructor() {
    super();
    this.detailed = false;
  }

  protected override describe(): readonly TreeNode[] {
    return [describeList(this.follower.state, this.follower.words, this.detailed)];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "human-connect-list": HumanConnectList;
  }
}
