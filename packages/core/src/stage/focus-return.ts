import { bare } from "../base/bare.js";
import { readDocument } from "../page/read-document.js";
import { rootsOf } from "../page/roots-of.js";
import { rememberPlace } from "./successor.js";

/** The candidates for restoring the focus. */
export interface FocusReturn {
  /** Best candidate first. */
  readonly places: readonly Element[];
  /** Finds what has replaced the clicked element, if that has been removed. */
  readonly findSuccessors: () => Element[];
}

/**
 * Finds where the focus can be restored when the stage is removed: the focused element, the clicked element, and the button of the menu
 * or popover that contains the clicked element. A menu is removed on a click on its item, and a popover may close when the focus leaves
 * it; afterwards the page no longer shows what opened them.
 *
 * @param opener The clicked element; it may have been removed already.
 */
export function findReturns(opener: Element | null): FocusReturn {
  const found: (Element | null | undefined)[] = [readDocument("activeElement"), opener];
  for (let node: Node | null | undefined = opener; node && node !== document; node = parentOf(node)) {
    if (!(node instanceof Element)) continue;
    const id = read(node, "id");
    const root = rootsOf(node).find((one): one is Document | ShadowRoot => "activeElement" in one) ?? document;
    const find = (selector: string): Element | null =>
      (root instanceof Document ? Document : ShadowRoot).prototype.querySelector.call(root, selector);
    if (id)
      found.push(
        find(["aria-controls~", "popovertarget", "commandfor"].map((name) => `[${name}="${CSS.escape(id)}"]`).join()),
      );
    for (const label of read(node, "aria-labelledby")?.split(/\s+/) ?? [])
      if (label) found.push(find(`[id="${CSS.escape(label)}"]`));
  }
  const body = readDocument("body");
  return {
    places: found.filter((element): element is Element => Boolean(element) && element !== body),
    findSuccessors: opener && opener !== body ? rememberPlace(opener) : () => [],
  };
}

/**
 * Focuses the first candidate that accepts the focus; else the toggle next to a hidden candidate, or the replacement of a removed button.
 * Some browsers do not focus a clicked button, and a host may have navigated: if an element has the focus, it keeps it.
 */
export function returnFocus({ places, findSuccessors }: FocusReturn): void {
  const hasFocus = (): boolean => ![null, readDocument("body")].includes(readDocument("activeElement") as HTMLElement);
  for (const place of places) {
    if (hasFocus()) return;
    focus(place);
  }
  const beside = hasFocus() ? null : findSwitch(places[0]);
  if (beside) focus(beside);
  for (const successor of findSuccessors()) {
    if (hasFocus()) return;
    focus(successor);
    if (!hasFocus()) focusOnce(successor);
  }
}

/** Focuses an element that is not focusable, such as the page's main content; temporary, until it loses the focus. */
function focusOnce(element: Element): void {
  element.setAttribute("tabindex", "-1");
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), bare({ once: true }));
  focus(element);
}

/** Finds a toggle in the nearest visible ancestor. */
function findSwitch(place: Element | null | undefined): Element | null {
  let seen = place;
  while (seen && !isVisible(seen)) {
    const parent = parentOf(seen);
    seen = parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : undefined;
  }
  if (!seen || seen === readDocument("body")) return null;
  return Element.prototype.querySelector.call(seen, "[aria-expanded], summary");
}

function focus(element: Element): void {
  if (element.isConnected) (element as HTMLElement).focus?.({ preventScroll: true });
}

// Prototype accessors: in a form a property may be shadowed by a field, and in the document by an element of that name, which would cause
// an endless loop.

function parentOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : (Reflect.get(Node.prototype, "parentNode", node) as Node | null);
}

function isVisible(element: Element): boolean {
  return Element.prototype.checkVisibility?.call(element) ?? true;
}

function read(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}
