declare global {
  interface Window {
    /** What a person has heard so far, a line each. */
    heard: string[];
  }
  interface Element {
    /** What Chromium hands to assistive technology, behind the flag `ComputedAccessibilityInfo`. */
    readonly computedName: string;
    readonly computedRole: string;
  }
}

/**
 * Writes down what a screen reader says by itself, in `window.heard`: each move of the focus with the name and the role that the browser
 * gives it, a new name of what has the focus, and each change of a live region, in shadow trees too. Runs in the page before anything
 * else. A region that is hidden, inert or behind a modal dialog says nothing. What happens inside of a frame is its own page's affair.
 */
export function recordLines(): void {
  if (window !== window.top) return;
  const lines: string[] = (window.heard = []);
  const roots = new Set<Document | ShadowRoot>();
  const modals: HTMLDialogElement[] = [];
  /** What stands in each live region as far as anybody has heard. */
  const regions = new Map<Element, string>();
  let focused: Element | undefined;
  let focusLine = "";

  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function attach(init) {
    const root = attachShadow.call(this, init);
    watch(root);
    return root;
  };
  const { showModal } = HTMLDialogElement.prototype;
  HTMLDialogElement.prototype.showModal = function show() {
    showModal.call(this);
    modals.push(this);
  };
  // Chromium tells of no focus that a script gives while the frame that had it is going.
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function take(options) {
    focus.call(this, options);
    noteFocus();
  };
  watch(document);
  // Nobody tells the page around a frame that the frame has got the focus, except that it has lost it itself.
  addEventListener("blur", () => setTimeout(noteFocus));

  function watch(root: Document | ShadowRoot): void {
    roots.add(root);
    root.addEventListener("focusin", noteFocus);
    const observer = new MutationObserver(noteChanges);
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  }

  function deepFocus(): Element | null {
    let { activeElement } = document;
    while (activeElement?.shadowRoot?.activeElement) ({ activeElement } = activeElement.shadowRoot);
    return activeElement;
  }

  function noteFocus(): void {
    const element = deepFocus();
    if (!element || element === document.body) return;
    const line = describe(element);
    if (element === focused && line === focusLine) return;
    focused = element;
    focusLine = line;
    lines.push(line);
  }

  function describe(element: Element): string {
    const role = element.localName === "iframe" ? "frame" : element.computedRole;
    return `${role} "${element.computedName}"`;
  }

  function noteChanges(): void {
    const found = new Set(
      [...roots].flatMap((root) => [...root.querySelectorAll("[role=status],[role=alert],[aria-live]")]),
    );
    for (const region of regions.keys()) if (!region.isConnected) regions.delete(region);
    for (const region of found) {
      const isNew = !regions.has(region);
      const kind = region.role ?? region.ariaLive;
      // What is out of reach is neither said nor forgotten: it is said once it can be reached, unless that was said before.
      if (kind === "off" || !isReachable(region)) continue;
      const text = region.textContent.trim();
      if (text === regions.get(region)) continue;
      regions.set(region, text);
      // A region that comes with its text is read with what is around it, if at all, except for an alert.
      if (text && (!isNew || kind === "alert")) lines.push(`${kind}: ${text}`);
    }
    if (focused?.isConnected && deepFocus() === focused) noteFocus();
    else if (!focused?.isConnected) focused = undefined;
  }

  function isReachable(region: Element): boolean {
    if (!region.checkVisibility({ visibilityProperty: true })) return false;
    const modal = modals.findLast((one) => one.isConnected && one.matches(":modal"));
    let isInside = !modal;
    for (let node: Node | null = region; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
      if (node instanceof HTMLElement && (node.inert || node.ariaHidden === "true")) return false;
      if (node === modal) isInside = true;
    }
    return isInside;
  }
}
