/** Every element that matches, in the document and in the shadow trees of it. */
export function findAllDeep<E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E[] {
  // An element of the page may be called as the document's method is.
  const { querySelectorAll } = root instanceof Document ? Document.prototype : root;
  const find = (what: string): E[] => [...querySelectorAll.call(root, what)] as E[];
  const inShadow = find("*").flatMap(({ shadowRoot }) => (shadowRoot ? findAllDeep<E>(selector, shadowRoot) : []));
  return [...find(selector), ...inShadow];
}

/** The first of them. */
export function findDeep<E extends Element = HTMLElement>(selector: string, root?: ParentNode): E | null {
  return findAllDeep<E>(selector, root)[0] ?? null;
}

/** What has the focus, in shadow trees too, but outside of frames. */
export function findFocused(): Element | null {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
  return activeElement;
}

/** What a pointer in the middle of the window would meet. */
export function findAtCentre(): Element | null {
  let root: DocumentOrShadowRoot = document;
  for (;;) {
    const found = root.elementFromPoint(innerWidth / 2, innerHeight / 2);
    if (!found?.shadowRoot || found.shadowRoot === root) return found;
    root = found.shadowRoot;
  }
}
