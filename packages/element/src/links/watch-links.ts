import { unsafeCSS } from "@lit/reactive-element";
import { defineElement } from "../dom/define-element.js";
import { createElement } from "../dom/native.js";
import { findLink } from "./find-link.js";
import { HumanConnectLink } from "./human-connect-link.js";
import { linkStyles, tag } from "./link-styles.js";

/** The settings of links by name. It must have no prototype, because a link may have any name. */
export type LinkNames<Settings> = Readonly<Record<string, Settings | undefined>>;

/**
 * Makes marked links buttons, or shows blocks in their place. The listeners are those of the window, so that links may come at any time.
 *
 * @param apply Gives an element its settings, again before each use.
 * @param within A selector of the part of the page whose links count. Default: the whole page.
 * @param signal Stops.
 */
export function watchLinks<Settings>(
  names: LinkNames<Settings>,
  apply: (element: HTMLElement, settings: Settings) => void,
  within = "a",
  signal?: AbortSignal,
): void {
  const leaders = { __proto__: null } as unknown as Record<string, HumanConnectLink | 0>;
  const handle = (event: Event): void => {
    const { type, key, ctrlKey, metaKey, shiftKey, altKey } = event as PointerEvent & KeyboardEvent;
    const [link, name, block] = findLink(event, within);
    if (!link || event.defaultPrevented) return;
    const settings = names[name];
    const leader = (leaders[name] ??= settings ? createLeader() : warnUnknown(name));
    if (!leader) return;
    apply(leader, settings!);
    if (type === "animationstart") {
      if (!block) return;
      const element = createElement(`human-connect-${block}`) as HumanConnectLink;
      apply(element, settings!);
      element.htmlFor = leader.id;
      element.textContent = link.textContent;
      // The link stays in the page, hidden by the stylesheet.
      return link.after(element, ...(leader.isConnected ? [] : [leader]));
    }
    if ((type === "click" || key === " ") && !(ctrlKey || metaKey || shiftKey || altKey)) {
      event.preventDefault();
      if (key) return link.click();
      link.after(leader);
      // Some browsers do not focus a clicked link, and the kit restores the focus to it.
      link.focus({ preventScroll: true });
      void leader.open();
    } else {
      void leader["prepareAhead"]();
      // The link may not be hydrated yet.
      if (type === "pointerover") return;
      if (!leader.isConnected) link.after(leader);
    }
    leader.mark(link);
  };
  // Before the page's own handlers: a router would follow the link.
  for (const type of ["pointerover", "pointerdown", "focusin", "keydown", "click", "animationstart"])
    addEventListener(type, handle, { capture: true, signal: signal! });
  // Simulated pages have none, and an element of that name may be found instead.
  document.adoptedStyleSheets?.push?.(unsafeCSS(linkStyles).styleSheet!);
}

function createLeader(): HumanConnectLink {
  defineElement(tag, HumanConnectLink);
  const leader = createElement(tag) as HumanConnectLink;
  // For the blocks that follow it. Others cannot foresee it.
  leader.id = tag + Math.random();
  return leader;
}

function warnUnknown(name: string): 0 {
  console.warn(`[human-connect] unknown: #human-connect=${name}`);
  return 0;
}
