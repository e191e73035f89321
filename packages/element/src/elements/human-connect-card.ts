import { unsafeCSS, type CSSResultGroup, type PropertyDeclarations } from "@lit/reactive-element";
import type { CardProperties } from "../attributes/button-options.js";
import { cardTree, readHeadingLevel } from "../tree/card-tree.js";
import { elementStyles } from "../tree/element-styles.js";
import { hasBlocks, isFilled } from "../tree/label-text.js";
import { readSourceContent } from "../tree/source-content.js";
import { partsOfSites } from "../dom/warn-swallowed.js";
import { readAttribute } from "../dom/native.js";
import type { TreeNode } from "../tree/render-tree.js";
import { OpenerElement } from "./opener-element.js";
import { unquoted } from "../attributes/unquote.js";

/**
 * A card for a settings page: a heading, a privacy line, every source with its status, the button and the progress. The card accepts all
 * attributes of `<human-connect-button>`, and `<human-connect-list>` and `<human-connect-status>` can follow it as well.
 * A `<template slot="source">` is shown for each source; `data-text="name"` and `"status"` in it mark where the texts belong.
 *
 * @slot - Extra content below the button. If it is nothing but words, it is the label of the button instead.
 * @slot button - The whole content of the button, in every state: replaces the icon, the label and the retry label.
 * @slot status - Content of the status line, in every state. Default: the text of the locale.
 * @slot heading - Content of the heading. If it is `hidden`, the heading is left out.
 * @slot privacy - Content of the privacy line. If it is `hidden`, the line is left out.
 * @slot empty - Shown instead of an empty list. Default: the label `noConnections`.
 * @slot footer - Extra content at the end, after that of the default slot.
 * @csspart card - The `<section>` around everything.
 * @csspart heading - The heading.
 * @csspart privacy - The line about privacy.
 * @csspart list - The list of sources.
 * @csspart source - Each source in it.
 * @csspart source-name - The name of a source.
 * @csspart source-status - The status of a source.
 * @csspart empty - The line shown instead of an empty list.
 * @csspart actions - The button and the status line, or their box when the card is inline.
 */
export class HumanConnectCard extends OpenerElement implements CardProperties {
  static override properties: PropertyDeclarations = {
    headingLevel: { attribute: "heading-level", reflect: true, converter: unquoted },
    renderSource: { attribute: false },
  };

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
  declare renderSource: CardProperties["renderSource"];

  protected override get strangers(): string {
    return partsOfSites;
  }

  protected override describe(): readonly TreeNode[] {
    const { view } = this;
    const hasMore = view.hasOwnContent || hasBlocks(this);
    return cardTree({
      ...view,
      label: hasMore ? "" : view.label,
      hasMore,
      hasOwnStatus: isFilled(this, "status"),
      renderSource: readSourceContent(this, this.renderSource, view.words),
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
