import { bare } from "./bare.js";
import { readDocument } from "./read-document.js";
import { rootsOf } from "./roots-of.js";
import { lockScroll } from "./scroll-lock.js";
import { keepEvents } from "./stage-events.js";
import { createStageHost, isCopy } from "./stage-host.js";
import { stageStyles } from "./stage-styles.js";
import type { Stage, StageOptions } from "./surface.js";
import type { SessionLabels } from "./widget-labels.js";

/**
 * Creates a stage; nothing is added to the page before `open()`. A native modal dialog: the top layer ends z-index wars, the
 * rest of the page becomes inert, Escape works. All of it lives in a shadow root, the vendor's nodes too: out of reach of the
 * host's styles, and in no copy of the page, because the frame's address holds the token.
 */
export function createStage({ labels, opener, container, overlayOpacity, onCancel }: StageOptions): Stage {
  const host = createStageHost();
  host.dataset["humanConnectStage"] = container ? "inline" : "";
  const { surface, frames, status, way, reload, doubt } = buildStage(
    host.attachShadow(bare<ShadowRootInit>({ mode: "open" })),
    Boolean(container),
    labels,
  );
  if (overlayOpacity !== undefined) surface.style.setProperty("--opacity", String(overlayOpacity));
  for (const button of way) button.onclick = onCancel;
  let unlock: (() => void) | undefined;
  let release: (() => void) | undefined;

  function trust(): void {
    // Whoever stands on an offer that goes must not fall off the dialog.
    const { activeElement } = host.shadowRoot!;
    if (activeElement === reload || activeElement === doubt.again) way[1].focus({ preventScroll: true });
    reload.hidden = true;
    doubt.bar.hidden = true;
    doubt.text.textContent = "";
  }

  return {
    open() {
      if (host.isConnected) return;
      // Beside the body, not in it: a body that is inert, transformed or replaced by a router takes no session with it.
      (container ?? readDocument("documentElement")).append(host);
      if (host.isConnected) for (const root of rootsOf(host)) sweep(root);
      if (container) {
        // A container without a height of its own gets one.
        if (!surface.clientHeight) surface.style.minHeight = "var(--human-connect-inline-height,36rem)";
        // The button may be gone from sight; a session that a script has started takes the focus from nobody.
        if (opener && opener !== readDocument("body")) way[0]!.focus({ preventScroll: true });
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
        surface.showModal();
      }
    },
    slow() {
      status.textContent = labels.slow;
    },
    place(node) {
      // The overlay is the stage's; the vendor's stays only because its clean-up wants to remove it.
      node.hidden = !(node.matches("iframe") || node.querySelector("iframe"));
      frames.append(node);
    },
    reveal(frame, onRetry) {
      const isFocused = !container || host.shadowRoot!.activeElement;
      if (onRetry) reload.onclick = onRetry;
      else reload.hidden = true;
      surface.dataset["live"] = "";
      if (isFocused) frame.focus({ preventScroll: true });
    },
    doubt(onRetry) {
      doubt.text.textContent = labels.errorFailed;
      doubt.again.onclick = onRetry;
      doubt.bar.hidden = false;
      // One offer is enough, and this one says why.
      if (host.shadowRoot!.activeElement === reload) doubt.again.focus({ preventScroll: true });
      reload.hidden = true;
    },
    trust,
    wait() {
      trust();
      reload.hidden = false;
      const isFocused = !container || host.shadowRoot!.activeElement;
      delete surface.dataset["live"];
      if (isFocused) way[0]!.focus({ preventScroll: true });
    },
    isGone: () => Boolean(container && host.parentNode && !host.isConnected),
    close() {
      if (surface instanceof HTMLDialogElement) {
        surface.onclose = null;
        if (surface.open) surface.close();
      }
      host.remove();
      unlock?.();
      release?.();
      unlock = release = undefined;
      restoreFocus(opener);
    },
  };
}

interface StageParts {
  readonly surface: HTMLElement;
  /** Holds the vendor's nodes. */
  readonly frames: HTMLElement;
  readonly status: HTMLElement;
  /** Cancel, and Close. */
  readonly way: [HTMLElement, HTMLElement];
  /** Beside Close, until Connect has spoken: no browser tells a page that a frame shows an error. */
  readonly reload: HTMLElement;
  readonly doubt: { readonly bar: HTMLElement; readonly text: HTMLElement; readonly again: HTMLElement };
}

function buildStage(root: ShadowRoot, isInline: boolean, labels: SessionLabels): StageParts {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(stageStyles);
  root.adoptedStyleSheets = [sheet];
  const surface = create(isInline ? "div" : "dialog", isInline ? "inline" : "modal");
  surface.setAttribute("part", "surface");
  surface.setAttribute("aria-label", labels.title);
  if (isInline) surface.setAttribute("role", "group");
  const card = create("div", "card");
  const status = create("p", "status", labels.loading);
  status.setAttribute("role", "status");
  const cancel = create("button", "cancel", labels.cancel);
  const close = create("button", "close", labels.close);
  const reload = create("button", "reload", labels.reload);
  const bar = create("div", "bar");
  bar.append(reload, close);
  card.append(create("span", "spinner"), status, cancel);
  const doubt = { bar: create("div", "doubt"), text: create("p", ""), again: create("button", "again", labels.retry) };
  doubt.text.setAttribute("role", "alert");
  doubt.bar.append(doubt.text, doubt.again);
  doubt.bar.hidden = true;
  const frames = create("div", "frames");
  surface.append(card, frames, bar, doubt.bar);
  root.append(surface);
  return { surface, frames, status, way: [cancel, close], reload, doubt };
}

function create(tag: string, className: string, text = ""): HTMLElement {
  const element = Object.assign(readDocument("createElement")(tag), { className, textContent: text });
  if (tag === "button") element.setAttribute("type", "button");
  return element;
}

// Some browsers do not focus a clicked button, and a host may have moved on; never steal the focus from where it is now.
function restoreFocus(opener: Element | null): void {
  const active = readDocument("activeElement");
  if (opener?.isConnected && opener !== active && (!active || active === readDocument("body")))
    (opener as HTMLElement).focus({ preventScroll: true });
}

/** Takes away what a page cache has kept of a stage of an earlier life, in a document or a shadow root. */
function sweep(root: Node): void {
  // Not by methods of their own: in a document or a form, those too may be elements of the page.
  const { querySelectorAll } = root instanceof Document ? Document.prototype : DocumentFragment.prototype;
  for (const stage of querySelectorAll.call(root, "[data-human-connect-stage]"))
    if (isCopy(stage)) Element.prototype.remove.call(stage);
}
