import { readDocument } from "../page/read-document.js";
import { removeNode } from "../page/remove-node.js";

const name = "human-connect-stage";

/**
 * Makes the element that a stage lives in. A page cache keeps copies of it: a clone of the body, or the page's HTML. A copy has no
 * shadow root, and so no frame and no token; it takes itself away, from the clone at once, from HTML when that becomes a page again.
 */
export function createStageHost(): HTMLElement {
  if (!customElements.get(name)) customElements.define(name, defineHost());
  return readDocument("createElement")(name);
}

/** Whether an element that says that it is a stage is only a copy of one. */
export function isCopy(stage: Element): boolean {
  return !stage.shadowRoot;
}

// Only a browser has the class that this one extends. The first copy of the kit defines it for all: what it does must not change.
function defineHost(): CustomElementConstructor {
  return class extends HTMLElement {
    constructor() {
      super();
      // A clone has its place already, one that is made by us has none yet.
      if (this.parentNode) this.connectedCallback();
    }

    connectedCallback(): void {
      if (isCopy(this)) removeNode(this);
    }
  };
}
