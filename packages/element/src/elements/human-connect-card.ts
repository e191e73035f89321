import { unsafeCSS, type CSSResultGroup, type PropertyDeclarations } from "@lit/reactive-element";
import type { CardProperties } from "../attributes/button-options.js";
import { describeCard, readHeadingLevel } from "../tree/card-tree.js";
import { elementStyles } from "../tree/element-styles.js";
import { HumanConnectButton } from "./human-connect-button.js";
import { readAttribute } from "../dom/native.js";
import type { TreeNode } from "../tree/render-tree.js";
import { unquoted } from "../attributes/unquote.js";

/**
 * What a page of settings needs: a heading, a word on privacy, every source with its state, the button and how it goes. It takes
 * all that `<human-connect-button>` takes, and `<human-connect-list>` and `<human-connect-status>` follow it as well.
 *
 * @slot - What the button says, whether something is connected or not. Default: the labels of the locale.
 * @slot heading - What the heading says. One that is `hidden` leaves the heading out.
 * @slot privacy - What is said about privacy. One that is `hidden` leaves it out.
 * @slot empty - Stands in for an empty list. Default: a line that says so.
 * @slot footer - More, below the button.
 * @csspart card - The `<section>` around everything.
 * @csspart heading - The heading.
 * @csspart privacy - The line about privacy.
 * @csspart list - The list of sources.
 * @csspart source - Each source in it.
 * @csspart source-name - The name of a source.
 * @csspart source-status - How a source stands.
 * @csspart empty - The line that stands in for an empty list.
 * @csspart actions - The button and the line that says where things stand, or their box when the card is inline.
 */
export class HumanConnectCard extends HumanConnectButton implements CardProperties {
  static override properties: PropertyDeclarations = {
    headingLevel: { attribute: "heading-level", reflect: true, converter: unquoted },
  };
  // A click on a text of the card is none on the button.
  static override shadowRootOptions: ShadowRootInit = { mode: "open" };

  static override get styles(): CSSResultGroup {
    return unsafeCSS(elementStyles("block"));
  }

  static override get observedAttributes(): string[] {
    return [
      ...super.observedAttributes,
      "label-heading",
      "label-privacy",
      "label-open",
      "label-connections",
      "label-no-connections",
      "label-one-connection",
      "label-many-connections",
      "label-status-connected",
      "label-status-added",
      "label-status-disconnected",
      "label-status-requested",
    ];
  }

  declare headingLevel: CardProperties["headingLevel"];

  protected override describe(): readonly TreeNode[] {
    return describeCard({
      ...this.view,
      headingLevel: readHeadingLevel(this.headingLevel),
      hasHeading: !this.#isLeftOut("heading"),
      hasPrivacy: !this.#isLeftOut("privacy"),
    });
  }

  #isLeftOut(slot: string): boolean {
    const slotted = [...this.children].filter((child) => readAttribute(child, "slot") === slot);
    return slotted.length > 0 && slotted.every((child) => readAttribute(child, "hidden") !== null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "human-connect-card": HumanConnectCard;
  }
}
