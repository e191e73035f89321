import {
  ReactiveElement,
  unsafeCSS,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
} from "@lit/reactive-element";
import { ButtonFollower } from "./button-follower.js";
import { elementStyles } from "./element-styles.js";
import { renderTree, type TreeNode } from "./render-tree.js";

/** An element that shows the state of the `<human-connect-button>` whose id is in its `for`. */
export abstract class FollowerElement extends ReactiveElement {
  static override properties: PropertyDeclarations = { htmlFor: { attribute: "for", reflect: true } };

  static override get styles(): CSSResultGroup {
    return unsafeCSS(elementStyles("block"));
  }

  /** The id of the button, in the same document or shadow root. */
  declare htmlFor: string | null | undefined;

  protected readonly follower: ButtonFollower = new ButtonFollower(this);

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    if (name === "for") this.follower.follow();
    this.requestUpdate();
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    renderTree(this.renderRoot, this.describe());
  }

  /** The shadow tree now. */
  protected abstract describe(): readonly TreeNode[];
}
