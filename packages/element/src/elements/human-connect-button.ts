import { unsafeCSS, type CSSResultGroup } from "@lit/reactive-element";
import type { ButtonProperties } from "../attributes/button-options.js";
import { buttonTree } from "../tree/button-tree.js";
import { elementStyles } from "../tree/element-styles.js";
import type { TreeNode } from "../tree/render-tree.js";
import { OpenerElement } from "./opener-element.js";

/**
 * A button that opens Connect, shows the progress, and retries after an error. Attributes are enough; values that only a script can set
 * (functions, objects) are properties.
 *
 * @slot - Label of the button, whether a source is connected or not. Default: the labels of the locale.
 */
export class HumanConnectButton extends OpenerElement implements ButtonProperties {
  static override shadowRootOptions: ShadowRootInit = { mode: "open", delegatesFocus: true };

  static override get styles(): CSSResultGroup {
    return unsafeCSS(elementStyles("inline-block"));
  }

  protected override describe(): readonly TreeNode[] {
    return buttonTree(this.view);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "human-connect-button": HumanConnectButton;
  }
}
