import { describeState } from "@human-connect/core";
import type { PropertyDeclarations } from "@lit/reactive-element";
import { FollowerElement } from "./follower-element.js";
import { isFilled } from "../tree/label-text.js";
import type { TreeNode } from "../tree/render-tree.js";
import { statusTree } from "../tree/status-tree.js";
import { flag } from "../attributes/flag.js";

/**
 * A line with the current state of the button or card whose id is in `for`: opening, open, how many sources are connected, or the reason
 * of a failure.
 *
 * @slot status - Content of the line, in every state. Default: the text of the locale.
 * @csspart status - The line.
 */
export class HumanConnectStatus extends FollowerElement {
  static override properties: PropertyDeclarations = { live: { type: Boolean, reflect: true, converter: flag } };

  static override get observedAttributes(): string[] {
    return [
      ...super.observedAttributes,
      "locale",
      "label-loading",
      "label-open",
      "label-no-connections",
      "label-one-connection",
      "label-many-connections",
    ];
  }

  /** Announces changes to screen readers. Default false, because the button already announces them. */
  declare live: boolean;

  constructor() {
    super();
    this.live = false;
  }

  protected override describe(): readonly TreeNode[] {
    const { state, words } = this.follower;
    const text = isFilled(this, "status") ? undefined : describeState(state, words);
    return [statusTree(state, text, this.live)];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "human-connect-status": HumanConnectStatus;
  }
}
