import { HumanConnectButton } from "../elements/human-connect-button.js";
import { setAttributes, type Attributes, type TreeNode } from "../tree/render-tree.js";

/**
 * The instance of links that have the same settings. The element is beside the link that was used last: it announces, and shows the reason of
 * a failure.
 */
export class HumanConnectLink extends HumanConnectButton {
  readonly #links = new Set<Element>();
  /** Also while the element is not in the page: a library may have removed it together with the link. */
  protected readonly leave: () => void = this.connect.subscribe(() => this.#links.forEach((link) => this.mark(link)));

  /** Gives a link the attributes of the kit's button, now and after each change. */
  mark(link: Element): void {
    this.#links.add(link);
    const [[, { part: _part, class: _class, type: _type, ...attributes }]] = super.describe() as [
      [tag: string, Attributes],
    ];
    setAttributes(link, { role: "button", ...attributes });
  }

  /** What the button shows, without the button. */
  protected override describe(): readonly TreeNode[] {
    return super.describe().slice(1);
  }
}
