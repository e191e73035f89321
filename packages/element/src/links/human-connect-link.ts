import { HumanConnectButton } from "../elements/human-connect-button.js";
import { stateAttributes } from "../tree/button-tree.js";
import { setAttributes, type TreeNode } from "../tree/render-tree.js";

/**
 * The instance of links that have the same settings. The element is beside the link that was used last: it announces, and shows the reason of
 * a failure.
 */
export class HumanConnectLink extends HumanConnectButton {
  /** Also while the element is not in the page: a library may have removed it together with the link. */
  protected readonly leave: () => void = this.connect.subscribe(markLinks);

  /** A library that brings the page up to date removes the element, and takes from the links what {@link markLinks} gave them. */
  override disconnectedCallback(): void {
    // First, so that the element is back before its controllers look.
    setTimeout(markLinks);
    super.disconnectedCallback();
  }

  /** What the button shows, without the button. */
  protected override describe(): readonly TreeNode[] {
    return super.describe().slice(1);
  }
}

/** A name, and the block that takes the place of the link. */
export const marker: RegExp = /^#human-connect=\b([\w-]+?)??(?:-?(list|status|card))?$/;

/** The links that have become buttons, each with its instance. */
export const marked: Map<HTMLAnchorElement, HumanConnectLink> = /* @__PURE__ */ new Map<
  HTMLAnchorElement,
  HumanConnectLink
>();

/** Gives the links the attributes of the kit's button, now and after each change, and puts an instance beside a link that has none of them. */
export function markLinks(): void {
  for (const [link, leader] of marked)
    // A library may have made another link of the element.
    if (link.isConnected && marker.test(link.hash)) {
      // Not into a page that removes the element alone.
      if (!link.dataset["status"] && !leader.isConnected) link.after(leader);
      setAttributes(link, { role: "button", ...stateAttributes(leader["view"]) });
    } else marked.delete(link);
}
