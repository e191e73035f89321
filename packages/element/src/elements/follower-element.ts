import { unsafeCSS, type CSSResultGroup, type PropertyDeclarations } from "@lit/reactive-element";
import { ButtonFollower } from "./button-follower.js";
import { elementStyles } from "../tree/element-styles.js";
import { SlottedObserver } from "../dom/slotted-observer.js";
import { TreeElement } from "./tree-element.js";
import { unquoted } from "../attributes/unquote.js";

/** An element that shows the state of the `<human-connect-button>` or `<human-connect-card>` whose id is in its `for`. */
export abstract class FollowerElement extends TreeElement {
  static override properties: PropertyDeclarations = {
    htmlFor: { attribute: "for", reflect: true, converter: unquoted },
  };

  static override get styles(): CSSResultGroup {
    return unsafeCSS(elementStyles("block"));
  }

  /** The id of the button or card, in the same document or shadow root. */
  declare htmlFor: string | null | undefined;

  protected readonly follower: ButtonFollower = new ButtonFollower(this);

  protected static override readonly attributeProperties: readonly string[] = ["for", "locale"];

  constructor() {
    super();
    new SlottedObserver(this);
  }
}
