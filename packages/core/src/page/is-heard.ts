/**
 * Whether a screen reader gets what stands at a place: it is neither hidden nor inert, and no modal dialog is open that it is not in.
 * Dialogs are looked for in the trees that the place is in.
 */
export function isHeard(place: Node): boolean {
  // Not by methods of the page's own nodes: in a document or a form, those may be elements of that name.
  const { closest, checkVisibility } = Element.prototype;
  const within = (element: Element, selector: string): boolean => closest.call(element, selector) !== null;
  let isCovered = false;
  let isInside = false;
  for (let node: Node | undefined = place; node;) {
    const element: Element | null = node instanceof Element ? node : node.parentElement;
    const root = node.getRootNode();
    if (!element || within(element, "[inert],[aria-hidden=true]")) return false;
    // What is hidden around a shadow tree hides what is in it.
    if (node === place && checkVisibility?.call(element) === false) return false;
    isCovered ||= hasModal(root);
    isInside ||= isCovered && within(element, ":modal");
    node = typeof ShadowRoot === "function" && root instanceof ShadowRoot ? root.host : undefined;
  }
  return !isCovered || isInside;
}

function hasModal(root: Node): boolean {
  try {
    const { querySelector } = root instanceof Document ? Document.prototype : ShadowRoot.prototype;
    return querySelector.call(root, ":modal") !== null;
  } catch {
    // Older browsers and simulated pages have no such selector, and no such dialogs either.
    return false;
  }
}
