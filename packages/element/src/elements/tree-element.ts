import { addAttributeProperties, takeEarlyProperties } from "../attributes/attribute-properties.js";
import { languageEvent } from "../attributes/page-languages.js";
import { ReactiveElement, type PropertyValues } from "@lit/reactive-element";
import { readAttribute } from "../dom/native.js";
import { renderTree, type TreeNode } from "../tree/render-tree.js";
import { warnAttributes } from "../dom/warn-attributes.js";
import { partsOfPages, warnSwallowed } from "../dom/warn-swallowed.js";

/**
 * An element that renders its shadow tree from a description, again with each change of an observed attribute.
 *
 * @attr {string} lang - Language of the content. Without `locale`, it chooses among the languages that the page has loaded.
 */
export abstract class TreeElement extends ReactiveElement {
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, "lang"];
  }

  /** The properties that set their attribute, and nothing else. */
  protected static readonly attributeProperties: readonly string[] = [];

  protected static override finalize(): void {
    super.finalize();
    addAttributeProperties(this.prototype, this.attributeProperties);
  }

  constructor() {
    super();
    takeEarlyProperties(this, (this.constructor as typeof TreeElement).attributeProperties);
  }

  readonly #renderAgain = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(languageEvent, this.#renderAgain);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // At the end of a test, a simulated window may have gone before its elements.
    globalThis.window?.removeEventListener(languageEvent, this.#renderAgain);
  }

  override attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    super.attributeChangedCallback(name, before, value);
    this.requestUpdate();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // A declarative shadow root contains its own styles; the shared sheet replaces them.
    root.querySelector("style")?.remove();
    return root;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    takeServerRoots(this);
    renderTree(this.renderRoot, this.describe());
    warnSwallowed(this, this.strangers);
    warnAttributes(this);
  }

  /** Selects elements that are never content of this element. */
  protected get strangers(): string {
    return partsOfPages;
  }

  /** The shadow tree now. */
  protected abstract describe(): readonly TreeNode[];
}

/**
 * Removes the declarative shadow root among a host's children. Where a library swaps HTML in, the browser does not process that template;
 * the element renders its tree in any case.
 */
function takeServerRoots(host: Element): void {
  const isRoot = (child: Element): boolean =>
    child.localName === "template" && readAttribute(child, "shadowrootmode") !== null;
  for (const root of [...host.children].filter(isRoot)) Element.prototype.remove.call(root);
}
