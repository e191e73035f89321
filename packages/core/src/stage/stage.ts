import { bare } from "../base/bare.js";
import { findReturns, returnFocus, type FocusReturn } from "./focus-return.js";
import { readDocument } from "../page/read-document.js";
import { rootsOf } from "../page/roots-of.js";
import { lockScroll } from "./scroll-lock.js";
import { keepEvents } from "./events.js";
import { createStageHost, isCopy } from "./host.js";
import { buildStage } from "./parts.js";
import { adoptTheme } from "./theme.js";
import type { Stage, StageOptions } from "./surface.js";
import { removeNode } from "../page/remove-node.js";
import { watchPresses, type PressWatch } from "./watch-presses.js";

/**
 * Creates a stage; adds nothing to the page before `open()`. A native modal dialog: the top layer makes z-index irrelevant, the rest of
 * the page becomes inert, Escape works. Everything is in a shadow root, the vendor's nodes too: isolated from the host's styles, and in
 * no copy of the page, because the frame's URL contains the token.
 */
export function createStage(options: StageOptions): Stage {
  const { labels, opener, container, overlayOpacity, onCancel } = options;
  const host = createStageHost();
  host.dataset["humanConnectStage"] = container ? "inline" : "";
  const root = host.attachShadow(bare<ShadowRootInit>({ mode: "open" }));
  const { surface, frames, status, cancel, close, title, reload, doubt } = buildStage(root, Boolean(container), labels);
  if (overlayOpacity !== undefined) surface.style.setProperty("--hc-opacity", String(overlayOpacity));
  cancel.onclick = close.onclick = onCancel;
  let returns: FocusReturn | undefined;
  let unlock: (() => void) | undefined;
  let release: (() => void) | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let presses: PressWatch | undefined;
  /** Whether Connect has posted a message since it was last opened. */
  let isAlive = false;

  /** Hides the offers to reload, and moves the focus from them to what remains. */
  function withdraw(next: HTMLElement): void {
    presses?.stop();
    const { activeElement } = root;
    if (activeElement === reload || activeElement === doubt.again) next.focus({ preventScroll: true });
    reload.hidden = true;
    title.hidden = false;
  }

  function giveFocus(): void {
    if (returns) returnFocus(returns);
    returns = undefined;
  }

  function markAlive(): void {
    isAlive = true;
    withdraw(close);
    doubt.bar.hidden = true;
    doubt.text.textContent = "";
  }

  function showSlow(): void {
    // Once the frame has loaded, nothing is slow.
    if (surface.dataset["live"] === undefined) status.textContent = labels.slow;
  }

  return {
    open() {
      if (host.isConnected) return;
      returns = findReturns(opener);
      // Next to the body, not in it: the stage survives when the body becomes inert, is transformed or replaced by a router.
      (container ?? readDocument("documentElement")).append(host);
      if (host.isConnected) for (const tree of rootsOf(host)) sweep(tree);
      // An inline stage inherits the styles of its place.
      adoptTheme(surface, container ? null : opener, options.language);
      if (container) {
        // A container without a height gets the default one.
        if (!surface.clientHeight) surface.style.minHeight = "var(--human-connect-inline-height,36rem)";
        // The clicked button may be hidden now; a session started by a script does not move the focus.
        if (opener && opener !== readDocument("body")) surface.focus({ preventScroll: true });
      }
      if (surface instanceof HTMLDialogElement) {
        surface.oncancel = (event) => {
          event.preventDefault();
          onCancel();
        };
        // Browsers close a dialog whose `cancel` event was prevented once before.
        surface.onclose = onCancel;
        unlock = lockScroll();
        release = keepEvents(host, onCancel);
        // The stage is sized to the window, which a CSS zoom of the page does not shrink.
        const { zoom } = getComputedStyle(readDocument("documentElement"));
        if (Number(zoom) !== 1) surface.style.zoom = String(1 / (Number.parseFloat(zoom) || 1));
        surface.showModal();
        // Not on Cancel, which browsers choose: the key that has opened Connect may still be down, or repeat.
        surface.focus({ preventScroll: true });
      }
    },
    showSlow,
    place(node) {
      // The stage has its own overlay; the vendor's is kept, hidden, because the vendor's clean-up removes it.
      node.hidden = !(node.matches("iframe") || node.querySelector("iframe"));
      frames.append(node);
    },
    showFrame(frame, onReload) {
      clearTimeout(patience);
      const isFocused = !container || root.activeElement;
      surface.dataset["live"] = "";
      // The vendor's title is in English, and a whole sentence.
      frame.title = "Connect";
      if (isFocused) frame.focus({ preventScroll: true });
      // A user who has opened Connect in the page sees all of it, if the window is high enough.
      if (isFocused && container) host.scrollIntoView(bare<ScrollIntoViewOptions>({ block: "nearest" }));
      // The doubt bar offers the same, with a reason.
      if (!onReload || isAlive || !doubt.bar.hidden) return;
      reload.onclick = onReload;
      // Silence is normal: only a frame without user input may be empty.
      const hasFocus = (): boolean => root.activeElement === frame;
      presses = watchPresses(hasFocus, () => (reload.hidden = !(title.hidden = true)));
    },
    showUnreachable(onReload) {
      doubt.text.textContent = labels.doubt;
      doubt.again.onclick = onReload;
      doubt.bar.hidden = false;
      // One offer is enough, and the doubt bar gives the reason.
      withdraw(doubt.again);
      // An empty frame handles no key, not even Escape.
      if (root.activeElement?.localName === "iframe" && presses?.wasPressed() === false)
        doubt.again.focus({ preventScroll: true });
    },
    markAlive,
    showLoading() {
      markAlive();
      isAlive = false;
      const isFocused = !container || root.activeElement;
      delete surface.dataset["live"];
      if (isFocused) surface.focus({ preventScroll: true });
      // The new attempt is not slow yet.
      status.textContent = labels.loading;
      clearTimeout(patience);
      patience = setTimeout(showSlow, patienceMs);
    },
    isGone: () => Boolean(container && host.parentNode && !host.isConnected),
    close() {
      clearTimeout(patience);
      presses?.stop();
      // Removed without close(): closing a dialog would restore the focus at once.
      removeNode(host);
      surface.removeAttribute("open");
      unlock?.();
      unlock = undefined;
      // A host's focus trap would move the focus elsewhere as soon as it is lost.
      if (container) giveFocus();
    },
    returnFocus() {
      giveFocus();
      release?.();
      release = undefined;
    },
  };
}

/** How long loading may take before the user is told that it is slow, in milliseconds. */
export const patienceMs = 2000;

/** Removes copies of an earlier stage that a page cache has kept, from a document or a shadow root. */
function sweep(root: Node): void {
  // Prototype methods: in a document or a form, those of the node may be shadowed by elements of the page.
  const { querySelectorAll } = root instanceof Document ? Document.prototype : ShadowRoot.prototype;
  for (const stage of querySelectorAll.call(root, "[data-human-connect-stage]"))
    if (isCopy(stage)) Element.prototype.remove.call(stage);
}
