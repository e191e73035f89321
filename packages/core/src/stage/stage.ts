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
 * Creates a stage; nothing is added to the page before `open()`. A native modal dialog: the top layer ends z-index wars, the
 * rest of the page becomes inert, Escape works. All of it lives in a shadow root, the vendor's nodes too: out of reach of the
 * host's styles, and in no copy of the page, because the frame's address holds the token.
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
  /** Connect has spoken since it was opened last. */
  let isTrusted = false;

  /** Takes the offers away, and the focus that stands on one of them to what is left. */
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

  function trust(): void {
    isTrusted = true;
    withdraw(close);
    doubt.bar.hidden = true;
    doubt.text.textContent = "";
  }

  function slow(): void {
    // Nothing takes long any more once the frame has loaded.
    if (surface.dataset["live"] === undefined) status.textContent = labels.slow;
  }

  return {
    open() {
      if (host.isConnected) return;
      returns = findReturns(opener);
      // Beside the body, not in it: a body that is inert, transformed or replaced by a router takes no session with it.
      (container ?? readDocument("documentElement")).append(host);
      if (host.isConnected) for (const tree of rootsOf(host)) sweep(tree);
      // What is in the page has the looks of its place.
      adoptTheme(surface, container ? null : opener, options.language);
      if (container) {
        // A container without a height of its own gets one.
        if (!surface.clientHeight) surface.style.minHeight = "var(--human-connect-inline-height,36rem)";
        // The button may be gone from sight; a session that a script has started takes the focus from nobody.
        if (opener && opener !== readDocument("body")) surface.focus({ preventScroll: true });
      }
      if (surface instanceof HTMLDialogElement) {
        surface.oncancel = (event) => {
          event.preventDefault();
          onCancel();
        };
        // Browsers close a dialog whose `cancel` was refused once already.
        surface.onclose = onCancel;
        unlock = lockScroll();
        release = keepEvents(host, onCancel);
        // It is laid out for the window, which a zoom of the page does not make smaller.
        const { zoom } = getComputedStyle(readDocument("documentElement"));
        if (Number(zoom) !== 1) surface.style.zoom = String(1 / (Number.parseFloat(zoom) || 1));
        surface.showModal();
        // Not on Cancel, which a browser chooses: the key that has opened Connect may still be down, or come twice.
        surface.focus({ preventScroll: true });
      }
    },
    slow,
    place(node) {
      // The overlay is the stage's; the vendor's stays only because its clean-up wants to remove it.
      node.hidden = !(node.matches("iframe") || node.querySelector("iframe"));
      frames.append(node);
    },
    reveal(frame, onRetry) {
      clearTimeout(patience);
      const isFocused = !container || root.activeElement;
      surface.dataset["live"] = "";
      // The vendor's is English, and as long as a sentence.
      frame.title = "Connect";
      if (isFocused) frame.focus({ preventScroll: true });
      // Whoever has opened it in the page sees all of it, if the window is high enough.
      if (isFocused && container) host.scrollIntoView(bare<ScrollIntoViewOptions>({ block: "nearest" }));
      // A doubt offers the same, and says why.
      if (!onRetry || isTrusted || !doubt.bar.hidden) return;
      reload.onclick = onRetry;
      // Silence is normal: only a frame that nobody uses may be empty.
      const hasFocus = (): boolean => root.activeElement === frame;
      presses = watchPresses(hasFocus, () => (reload.hidden = !(title.hidden = true)));
    },
    doubt(onRetry) {
      doubt.text.textContent = labels.doubt;
      doubt.again.onclick = onRetry;
      doubt.bar.hidden = false;
      // One offer is enough, and this one says why.
      withdraw(doubt.again);
      // In a frame that shows nothing no key does anything, Escape neither.
      if (root.activeElement?.localName === "iframe" && presses?.wasPressed() === false)
        doubt.again.focus({ preventScroll: true });
    },
    trust,
    wait() {
      trust();
      isTrusted = false;
      const isFocused = !container || root.activeElement;
      delete surface.dataset["live"];
      if (isFocused) surface.focus({ preventScroll: true });
      // What begins anew has not taken long yet.
      status.textContent = labels.loading;
      clearTimeout(patience);
      patience = setTimeout(slow, patienceMs);
    },
    isGone: () => Boolean(container && host.parentNode && !host.isConnected),
    close() {
      clearTimeout(patience);
      presses?.stop();
      // Not closed first, as a dialog: it would give the focus back at once.
      removeNode(host);
      surface.removeAttribute("open");
      unlock?.();
      unlock = undefined;
      // In the page a host's focus trap would put the focus elsewhere as soon as it is lost.
      if (container) giveFocus();
    },
    returnFocus() {
      giveFocus();
      release?.();
      release = undefined;
    },
  };
}

/** How long nothing may happen before the user is told that it takes long. */
export const patienceMs = 2000;

/** Takes away what a page cache has kept of a stage of an earlier life, in a document or a shadow root. */
function sweep(root: Node): void {
  // Not by methods of their own: in a document or a form, those too may be elements of the page.
  const { querySelectorAll } = root instanceof Document ? Document.prototype : ShadowRoot.prototype;
  for (const stage of querySelectorAll.call(root, "[data-human-connect-stage]"))
    if (isCopy(stage)) Element.prototype.remove.call(stage);
}
