import { describeState } from "@human-connect/core";
import type { PropertyDeclarations } from "@lit/reactive-element";
import { FollowerElement } from "./follower-element.js";
import type { TreeNode } from "./render-tree.js";

/**
 * One line that says where things stand with the button whose id is in `for`: opening, open, how many sources are connected,
 * or what went wrong.
 *
 * @csspart status
 */
export class HumanConnectStatus extends FollowerElement {
  static override properties: PropertyDeclarations = { live: { type: Boolean, reflect: true } };

  static override get observedAttributes(): string[] {
    const names = ["loading", "open", "no-connections", "one-connection", "many-connections"];
    return [...super.observedAttributes, "locale", ...names.map((name) => `label-${name}`)];
  }

  /** Announces changes to screen readers. Default false, because the button does so already. */
  declare live: boolean;

  constructor() {
    super();
    this.live = false;
  }

  protected override describe(): readonly TreeNode[] {
    const { state, words } = this.follower;
    const attributes = {
      part: "status",
      class: "human-connect-status",
      "data-status": state.status,
      role: this.live ? "status" : undefined,
    };
    return [["p", attributes, describeState(state, words)]];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "human-connect-status": HumanConnectStatus;
  }
}
