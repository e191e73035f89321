import { unsafeCSS, type CSSResultGroup } from "@lit/reactive-element";
import type { ButtonProperties } from "../attributes/button-options.js";
import { elementStyles } from "../tree/element-styles.js";
import { OpenerElement } from "./opener-element.js";

/**
 * A button that opens Connect, shows the progress, and retries after an error. Attributes are enough; values that only a script can set
 * (functions, objects) are properties.
 *
 * @slot - Label of the button, whether a source is connected or not. Default: the labels of the locale.
 * @slot button - The whole content of the button, in every state: replaces the icon, the label and the retry label.
 */
export class HumanConnectButton extends OpenerElement implements ButtonProperties {
  static override shadowRootOptions: ShadowRootInit = { mode: "open", delegatesFocus: true };

  static override get styles(): CSSResultGroup {
    return unsafeCSS(elementStyles("inline-block"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "human-connect-button": HumanConnectButton;
  }
}
