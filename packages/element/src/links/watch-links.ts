import { unsafeCSS } from "@lit/reactive-element";
import { defineElement } from "../dom/define-element.js";
import { createElement } from "../dom/native.js";
import { HumanConnectLink, marked, marker, markLinks } from "./human-connect-link.js";
import { linkStyles, tag } from "./link-styles.js";

/** The settings of links by name. It must have no prototype, because a link may have any name. */
export type LinkNames<Settings> = Readonly<Record<string, Settings | undefined>>;

type Handle = (event: PointerEvent & KeyboardEvent & AnimationEvent) => unknown;

/** Gives an element its settings. */
export type ApplySettings<Settings> = (element: HTMLElement, settings: Settings) => void;

/**
 * Makes marked links buttons, or shows blocks in their place. The listeners are those of the window, so that links may come at any time.
 *
 * @param apply Called again before each use.
 * @param within A selector of the part of the page whose links count. Default: the whole page.
 * @param signal Stops.
 */
export function watchLinks<Settings>(
  names: LinkNames<Settings>,
  apply: ApplySettings<Settings>,
  within = "a",
  signal?: AbortSignal,
): void {
  const handle = createHandler(names, apply, within);
  defineElement(tag, HumanConnectLink);
  // Before the page's own handlers: a router would follow the link.
  for (const type of ["animationstart", "pointerdown", "pointerover", "keydown", "focusin", "click"])
    addEventListener(type, handle as EventListener, { capture: true, signal: signal! });
  // Simulated pages have none, and an element of that name may be found instead.
  document.adoptedStyleSheets?.push?.(unsafeCSS(linkStyles).styleSheet!);
}

/**
 * Handles an event on a marked link, also in an open shadow tree. Of the address only the fragment counts, because editors rewrite the
 * rest. A link in an editing surface is left alone: there a click places the caret.
 */
function createHandler<Settings>(names: LinkNames<Settings>, apply: ApplySettings<Settings>, within: string): Handle {
  const leaders: Record<string, HumanConnectLink> = {};
  return (event) => {
    const { type, key } = event;
    const isModified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    // Without the document and the window, where an element's name shadows what they lack themselves.
    const path = event.composedPath().slice(0, -2) as HTMLAnchorElement[];
    let found: RegExpExecArray | null | undefined;
    const link = path.find((place) => (found = marker.exec(place.hash)))!;
    const isIn = (selector: string): boolean => path.some((place) => place.matches?.(selector));
    // Editable are also the elements of a document in design mode.
    if (!found || isIn(":read-write") || !isIn(within) || event.defaultPrevented) return;
    const [, name = "button", block] = found;
    const settings = names[name];
    if (!settings) return type === "click" && console.warn(`[human-connect] unknown: ${link.hash}`);
    const leader = (leaders[name] ??= createElement(tag) as HumanConnectLink);
    apply(leader, settings);
    if (type === "animationstart") {
      // Not one of the page, on the link or in it.
      if (event.animationName !== tag) return;
      const element = createElement(`human-connect-${block}`) as HumanConnectLink & { followed: Element };
      apply(element, settings);
      // For the stylesheet. The block has its instance as a property, wherever that is.
      element.htmlFor = tag;
      element.followed = leader;
      element.textContent = link.textContent;
      // The link stays in the page, hidden by the stylesheet.
      link.after(element);
      if (!leader.isConnected) element.after(leader);
    } else if ((type === "click" || key === " ") && !isModified) {
      event.preventDefault();
      if (key) return link.click();
      link.after(leader);
      marked.set(link, leader);
      // Some browsers do not focus a clicked link, and the kit restores the focus to it.
      link.focus({ preventScroll: true });
      void leader.open();
    } else {
      if (leader.prepareOn !== "none") void leader["prepareAhead"]();
      // The link may not be hydrated yet.
      if (type === "pointerover") return;
      marked.set(link, leader);
      markLinks();
    }
  };
}
