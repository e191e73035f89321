import { readDocument } from "../page/read-document.js";
import { removeNode } from "../page/remove-node.js";

const name = "human-connect-stage";

/**
 * Creates the host element of a stage. Page caches copy it: as a clone of the body, or as the page's HTML. A copy has no shadow root, and
 * so no frame and no token; it removes itself, from the clone at once, from HTML when that is parsed into a page again.
 */
export function createStageHost(): HTMLElement {
  if (!customElements.get(name)) customElements.define(name, defineHost());
  return readDocument("createElement")(name);
}

/** Whether a stage element is only a copy of a stage. */
export function isCopy(stage: Element): boolean {
  return !stage.shadowRoot;
}

// In a function, because `HTMLElement` exists in browsers only. The first copy of the kit defines the class for all: its behaviour must
// not change.
function defineHost(): CustomElementConstructor {
  return class extends HTMLElement {
    constructor() {
      super();
      // A clone already has a parent; an element created by the kit has none yet.
      if (this.parentNode) this.connectedCallback();
    }

    connectedCallback(): void {
      if (isCopy(this)) removeNode(this);
    }
  };
}
