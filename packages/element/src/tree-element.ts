import { ReactiveElement, type PropertyValues } from "@lit/reactive-element";
import { renderTree, type TreeNode } from "./render-tree.js";

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
    renderTree(this.renderRoot, this.describe());
  }

  /** The shadow tree now. */
  protected abstract describe(): readonly TreeNode[];
}
