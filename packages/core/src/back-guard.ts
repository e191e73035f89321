import { readDocument } from "./read-document.js";
import { removeNode } from "./remove-node.js";

/** In the state of our entry, beside whatever the host's router keeps there. Says nothing of the session. */
const marker = "human-connect";

/** How long a browser may take to go back, in milliseconds. */
const limitMs = 500;

/** How often the page is asked where it is, in milliseconds. */
const lookMs = 100;

/**
 * Adds an entry to the history, so that Back leaves the entry and not the page. The host's router must not hear of it: where a listener
 * for the way down comes first, the entry is the page's own and its event is stopped; elsewhere a hidden frame has it, whose events
 * never reach the page. docs/decisions/0032-back.md says why.
 *
 * @param onBack The user has left the entry.
 * @returns Takes the entry away where nobody has left it, and settles when the history is as it was. Never rejects.
 */
export function guardBack(onBack: () => void): () => Promise<void> {
  if (isCaptureFirst()) return addEntry(window, onBack);
  const frame = readDocument("createElement")("iframe");
  frame.hidden = true;
  frame.ariaHidden = "true";
  frame.tabIndex = -1;
  readDocument("documentElement").append(frame);
  let takeBack: (() => Promise<void>) | undefined;
  frame.onload = () => (takeBack ??= addEntry(frame.contentWindow!, onBack));
  // The page that a frame begins with has no history of its own.
  frame.contentWindow!.location.replace("about:blank?back");
  return async () => {
    await takeBack?.();
    removeNode(frame);
  };
}

/** Adds the entry to the history of the page, or of a frame of ours. */
function addEntry(place: Window, onBack: () => void): () => Promise<void> {
  const isPage = place === window;
  const { href } = location;
  const id = Math.random();
  const base = place.navigation?.currentEntry?.key;
  try {
    // Not by a method that somebody has put in its place to hear where the page goes: it goes nowhere.
    History.prototype.pushState.call(place.history, { ...place.history.state, [marker]: id }, "");
  } catch {
    // A document without an address, or Safari's limit of entries.
    return async () => {};
  }
  const key = readKey();
  const { length } = place.history;
  let seen = href;
  let isLeft = false;
  let land: ((hasLanded: boolean) => void) | undefined;
  const isMarked = (): boolean => (place.history.state as Record<string, unknown> | null)?.[marker] === id;

  const hear = (event: Event): void => {
    // A link to a place in the page comes as an event too, with an entry more.
    const isBack = !isMarked() && (!isPage || location.href === href || history.length === length);
    // The router knows where the page is; it has to hear of this only when the host has gone elsewhere meanwhile.
    if (isPage && (land || (isBack && location.href === href && seen === href))) event.stopImmediatePropagation();
    if (land) return land(true);
    if (!isBack) return;
    isLeft = true;
    onBack();
  };
  place.addEventListener("popstate", hear, true);
  const look = setInterval(() => (seen = location.href), lookMs);

  /** @returns Whether an event tells that the page has gone there. */
  const go = async (step: () => NavigationResult | void): Promise<boolean> => {
    const landed = new Promise<boolean>((resolve) => (land = resolve));
    const timer = setTimeout(() => land?.(false), limitMs);
    const { committed, finished } = step() ?? {};
    committed?.catch(() => land?.(false));
    finished?.catch(() => {});
    await landed;
    clearTimeout(timer);
    return landed;
  };

  return async () => {
    // A host that ends Connect to go on does both in one task; on the way back its new entry would be lost.
    await new Promise((resolve) => setTimeout(resolve));
    const isOurs = !isLeft && readKey() === key && (isPage || isMarked());
    // What the host, or Connect's frame, has added lies on top: one step back would not be enough, and several could be too many.
    if (isOurs && (base ?? place.history.length === length)) {
      const { state, length: before } = history;
      const [url, isReplaced] = [location.href, !isMarked()];
      const isBack = await go(() => (base ? place.navigation.traverseTo(base) : place.history.back()));
      // The host has gone on in the meantime, and its router knows nothing of our way back.
      if (isPage && isBack && history.length > before) await go(() => history.go(isMarked() ? 1 : 2));
      // What the host has put in the place of our entry belongs to the one below.
      else if (isPage && isBack && isReplaced) History.prototype.replaceState.call(history, state, "", url);
    }
    clearInterval(look);
    place.removeEventListener("popstate", hear, true);
  };
}

/** Which entry the page is at, whatever its frames do; in browsers without the Navigation API, at which address. */
function readKey(): string {
  return (window.navigation as Navigation | undefined)?.currentEntry?.key ?? location.href;
}

/** Chromium calls the listeners of a window in the order in which they were added, whatever the way. */
function isCaptureFirst(): boolean {
  const target = new EventTarget();
  let isFirst: boolean | undefined;
  target.addEventListener("order", () => (isFirst ??= false));
  target.addEventListener("order", () => (isFirst ??= true), true);
  target.dispatchEvent(new Event("order"));
  return Boolean(isFirst);
}
