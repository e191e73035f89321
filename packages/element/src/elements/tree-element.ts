import { ReactiveElement, type PropertyValues } from "@lit/reactive-element";
import { readAttribute } from "../dom/native.js";
import { renderTree, type TreeNode } from "../tree/render-tree.js";
import { warnAttributes } from "../dom/warn-attributes.js";
import { warnSwallowed } from "../dom/warn-swallowed.js";

/** An element that draws its shadow tree from a description, anew with each attribute that it observes. */
export abstract class TreeElement extends ReactiveElement {
  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    this.requestUpdate();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // A server's shadow root brings its styles along; now the shared sheet is there.
    root.querySelector("style")?.remove();
    return root;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    takeServerRoots(this);
    renderTree(this.renderRoot, this.describe());
    warnSwallowed(this);
    warnAttributes(this);
  }

  /** The shadow tree now. */
  protected abstract describe(): readonly TreeNode[];
}

/**
 * Takes away what a server has written as the shadow root of a host. Where a library swaps HTML in, the browser leaves that template
 * among the children; the tree itself is drawn anyway.
 */
function takeServerRoots(host: Element): void {
  const isRoot = (child: Element): boolean =>
    child.localName === "template" && readAttribute(child, "shadowrootmode") !== null;
  for (const root of [...host.children].filter(isRoot)) Element.prototype.remove.call(root);
}
