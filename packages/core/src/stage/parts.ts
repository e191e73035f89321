import { readDocument } from "../page/read-document.js";
import { stageStyles } from "./styles.js";
import type { SessionLabels } from "../words/widget-labels.js";

/** The elements of a stage. */
export interface StageParts {
  readonly surface: HTMLElement;
  /** Holds the vendor's nodes. */
  readonly frames: HTMLElement;
  readonly status: HTMLElement;
  readonly cancel: HTMLElement;
  readonly close: HTMLElement;
  /** The title in the bar; hidden while `reload` is shown. */
  readonly title: HTMLElement;
  /** Offers to reload the frame: no browser reports that a frame shows an error page. */
  readonly reload: HTMLElement;
  readonly doubt: { readonly bar: HTMLElement; readonly text: HTMLElement; readonly again: HTMLElement };
}

/** Builds a stage in a shadow root. In reading order the frame precedes the bar above it. */
export function buildStage(root: ShadowRoot, isInline: boolean, labels: SessionLabels): StageParts {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(stageStyles);
  root.adoptedStyleSheets = [sheet];
  const surface = create(isInline ? "div" : "dialog", isInline ? "inline" : "modal");
  surface.setAttribute("part", "surface");
  surface.setAttribute("aria-label", labels.title);
  if (isInline) surface.setAttribute("role", "group");
  surface.tabIndex = -1;

  const status = create("p", "status", labels.loading);
  status.setAttribute("role", "status");
  const cancel = create("button", "cancel", labels.cancel);
  const card = fill("card", create("span", "spinner"), status, cancel);

  const text = create("p", "");
  text.setAttribute("role", "alert");
  const again = create("button", "again", labels.retry);
  const doubt = fill("doubt", text, again);
  doubt.hidden = true;

  // The label of the surface has the same text.
  const title = create("p", "title", labels.title);
  title.ariaHidden = "true";
  const reload = create("button", "reload", labels.reload);
  reload.hidden = true;
  const close = create("button", "close");
  close.ariaLabel = labels.close;

  const frames = create("div", "frames");
  surface.append(fill("area", card, frames, doubt), fill("bar", title, reload, close));
  root.append(surface);
  return { surface, frames, status, cancel, close, title, reload, doubt: { bar: doubt, text, again } };
}

function fill(className: string, ...children: HTMLElement[]): HTMLElement {
  const box = create("div", className);
  box.append(...children);
  return box;
}

function create(tag: string, className: string, text = ""): HTMLElement {
  const element = Object.assign(readDocument("createElement")(tag), { className, textContent: text });
  if (tag === "button") element.setAttribute("type", "button");
  return element;
}
