import { unsafeCSS } from "@lit/reactive-element";
import { findAll } from "../dom/native.js";
import { linkStyles, tag } from "./link-styles.js";

/**
 * Lets blocks take the place of links in open shadow trees, which a stylesheet of the document does not reach. Nothing tells of a new tree.
 * So they are looked for at once, when the page has loaded, and when an element in it is defined; a later tree is found as soon as the
 * pointer or the focus is in it.
 *
 * @param signal Stops.
 */
export function watchTrees(signal: AbortSignal): void {
  const { styleSheet } = unsafeCSS(linkStyles);
  // Simulated pages have none.
  if (!styleSheet) return;
  const options = { capture: true, signal };
  const awaited = new Set<string>();
  const adopt = (root: ShadowRoot): void => {
    if (root.adoptedStyleSheets.includes(styleSheet)) return;
    root.adoptedStyleSheets.push(styleSheet);
    root.addEventListener("animationstart", forward as EventListener, options);
  };
  // Names of elements in forms shadow the forms' properties.
  const search = (root: Node): void => {
    for (const { shadowRoot } of findAll(root, "*"))
      if (shadowRoot instanceof ShadowRoot) {
        adopt(shadowRoot);
        search(shadowRoot);
      }
    for (const { localName } of findAll(root, ":not(:defined)")) if (!awaited.has(localName)) awaitElement(localName);
  };
  const awaitElement = (name: string): void => {
    // Once: an element may stay undefined although its name is defined.
    awaited.add(name);
    const look = (): void => void (signal.aborted || search(document));
    void customElements.whenDefined(name).then(look, () => undefined);
  };
  for (const type of ["pointerover", "pointerdown", "focusin"])
    addEventListener(
      type,
      (event) => event.composedPath().forEach((place) => place instanceof ShadowRoot && adopt(place)),
      options,
    );
  addEventListener("load", () => search(document), options);
  search(document);
}

/** Sends what tells of a block out of its tree, to the listeners of the window. */
function forward({ target, type, composed, animationName }: AnimationEvent): void {
  if (animationName === tag && !composed)
    target!.dispatchEvent(new AnimationEvent(type, { animationName, composed: true }));
}
