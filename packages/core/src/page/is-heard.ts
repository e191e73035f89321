/**
 * Whether a screen reader reaches a node: it is neither hidden nor inert, and not behind an open modal dialog. Dialogs are searched in
 * the trees that contain the node; the kit's stage is known by its mark.
 */
export function isHeard(place: Node): boolean {
  // Prototype methods: in a document or a form, those of the node may be shadowed by elements of that name.
  const { closest, checkVisibility } = Element.prototype;
  // The kit's own modal dialog is in a shadow root next to the page.
  if (Document.prototype.querySelector.call(document, `[data-human-connect-stage=""]`)) return false;
  const within = (element: Element, selector: string): boolean => closest.call(element, selector) !== null;
  let isCovered = false;
  let isInside = false;
  for (let node: Node | undefined = place; node;) {
    const element: Element | null = node instanceof Element ? node : node.parentElement;
    const root = node.getRootNode();
    if (!element || within(element, "[inert],[aria-hidden=true]")) return false;
    // A shadow tree is hidden with the elements around its host.
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
    // Older browsers and simulated pages have neither this selector nor modal dialogs.
    return false;
  }
}
