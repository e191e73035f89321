import { bare } from "../base/bare.js";
import { readDocument } from "../page/read-document.js";
import { rootsOf } from "../page/roots-of.js";
import { rememberPlace } from "./successor.js";

/** Where the focus may go back to. */
export interface FocusReturn {
  /** The best place first. */
  readonly places: readonly Element[];
  /** What stands in the place of what was clicked, when that has left the page. */
  readonly findSuccessors: () => Element[];
}

/**
 * Finds where the focus may go back to when the stage is gone: what has the focus now, what was clicked, and what opens the menu or
 * the popover that the clicked one stands in. A menu goes with a click on its item, and a popover may go when the focus leaves it;
 * later on nothing tells any more what has opened them.
 *
 * @param opener What was clicked; it may have left the page already.
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
 * Gives the focus to the first place that takes it, or else to what opens and closes something beside a place that is out of
 * sight, or to what has come in place of a button that is gone. Some browsers do not focus a clicked button, and a host may have moved
 * on: where something has the focus, that keeps it.
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

/** Lets something take the focus this time that takes none by itself, such as the page's main content. */
function focusOnce(element: Element): void {
  element.setAttribute("tabindex", "-1");
  element.addEventListener("blur", () => element.removeAttribute("tabindex"), bare({ once: true }));
  focus(element);
}

/** In the first of its ancestors that can be seen: what says whether something else is open. */
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

// None of these by a property of its own: in a form that may be a field, and in the document an element of that name, which would
// lead round in a circle.

function parentOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : (Reflect.get(Node.prototype, "parentNode", node) as Node | null);
}

function isVisible(element: Element): boolean {
  return Element.prototype.checkVisibility?.call(element) ?? true;
}

function read(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}
