import { readDocument } from "../page/read-document.js";
import { removeNode } from "../page/remove-node.js";

/** A key in the state of the kit's history entry, next to the keys of the host's router. Contains no session data. */
const marker = "human-connect";

/** How long the browser may take to go back, in milliseconds. */
const limitMs = 500;

/** How often the page's URL and state are read, in milliseconds. */
const lookMs = 100;

interface Place {
  readonly href: string;
  readonly state: unknown;
}

/** The history entry that Back leaves. */
interface Entry {
  /** The window whose history holds the entry: the page's, or that of the kit's frame. */
  readonly place: Window;
  readonly isPage: boolean;
  readonly id: number;
  /** The page's URL when the entry was added. */
  readonly href: string;
  /** The key of the entry below in `place`; undefined without the Navigation API. */
  readonly base: string | undefined;
  /** The page's entry when this one was added, independent of its frames. */
  readonly key: string;
  readonly length: number;
  /** The state that was added: a browser returns the same object until other code replaces it. */
  readonly state: unknown;
  /** The page's last known URL and state. */
  seen: Place;
  isLeft: boolean;
  /** Set while the browser performs a traversal that the kit has started. */
  land: ((hasLanded: boolean) => void) | undefined;
}

/**
 * Adds an entry to the history, so that Back leaves the entry and not the page. The host's router must not receive its events: where
 * capturing listeners are called first, the entry is the page's own and its event is stopped; elsewhere a hidden frame holds the entry,
 * and its events never reach the page. See docs/decisions/0032-back.md for the reasons.
 *
 * @param onBack The user has left the entry.
 * @returns Removes the entry unless the user has left it, and settles when the history is restored. Never rejects.
 */
export function guardBack(onBack: () => void): () => Promise<void> {
  if (isCaptureFirst()) return guard(window, onBack);
  const frame = readDocument("createElement")("iframe");
  frame.hidden = true;
  frame.ariaHidden = "true";
  frame.tabIndex = -1;
  readDocument("documentElement").append(frame);
  let release: (() => Promise<void>) | undefined;
  frame.onload = () => (release ??= guard(frame.contentWindow!, onBack));
  // The initial about:blank of a frame has no history of its own.
  frame.contentWindow?.location.replace("about:blank?back");
  return async () => {
    await release?.();
    removeNode(frame);
  };
}

function guard(place: Window, onBack: () => void): () => Promise<void> {
  let entry: Entry;
  try {
    entry = addEntry(place);
  } catch {
    // A document without a URL or an origin, or Safari's limit of entries.
    return async () => {};
  }
  const listen = (event: Event): void => hear(entry, event, onBack);
  place.addEventListener("popstate", listen, true);
  const timer = entry.isPage ? setInterval(() => (entry.seen = look()), lookMs) : undefined;
  return async () => {
    // A host that ends Connect in order to navigate does both in one task; going back first would lose its new entry.
    await new Promise((resolve) => setTimeout(resolve));
    clearInterval(timer);
    // The host may have removed the frame, and its history with it.
    await takeBack(entry).catch(() => {});
    place.removeEventListener("popstate", listen, true);
  };
}

function addEntry(place: Window): Entry {
  const id = Math.random();
  const base = place.navigation?.currentEntry?.key;
  const { href } = location;
  // The prototype's method: a router replaces `history.pushState` to observe navigations, and this is not a navigation.
  History.prototype.pushState.call(place.history, { ...place.history.state, [marker]: id }, "");
  const { length, state } = place.history;
  const isPage = place === window;
  return { place, isPage, id, href, base, key: readKey(), length, state, seen: look(), isLeft: false, land: undefined };
}

function isMarked({ place, id }: Entry): boolean {
  return (place.history.state as Record<string, unknown> | null)?.[marker] === id;
}

function hear(entry: Entry, event: Event, onBack: () => void): void {
  const { isPage, href, length, land, seen } = entry;
  const isSame = location.href === href;
  // A link to a fragment also fires the event, but adds an entry.
  const isBack = !isMarked(entry) && (!isPage || isSame || history.length === length);
  // The router needs this event only if the host has navigated meanwhile.
  const isSilent = isPage && isBack && isSame && seen.href === href;
  if (isSilent || (isPage && land)) event.stopImmediatePropagation();
  if (land) return land(true);
  if (!isBack) return;
  entry.isLeft = true;
  if (isSilent) keep(entry, seen);
  onBack();
}

async function takeBack(entry: Entry): Promise<void> {
  const { place, isPage, base, key } = entry;
  const isOurs = !entry.isLeft && readKey() === key && (isPage || isMarked(entry));
  // If the host or Connect's frame has added entries on top, one step back is not enough, and several could be too many.
  if (!isOurs || !(base ?? place.history.length === entry.length)) return;
  const last = look();
  const { length } = history;
  const isBack = await go(entry, () => (base ? place.navigation.traverseTo(base) : place.history.back()));
  if (!isPage || !isBack) return;
  // The host has navigated meanwhile, and its router does not know about this traversal.
  if (history.length > length) await go(entry, () => history.go(isMarked(entry) ? 1 : 2));
  else keep(entry, last);
}

/** State that the host has written to the kit's entry belongs to the entry below, which is the current one now. */
function keep(entry: Entry, { href, state }: Place): void {
  if (state === entry.state) return;
  const { [marker]: id, ...rest } = (state ?? {}) as Record<string, unknown>;
  History.prototype.replaceState.call(history, id === entry.id ? rest : state, "", href);
}

/** @returns Whether an event confirmed the traversal. */
async function go(entry: Entry, step: () => NavigationResult | void): Promise<boolean> {
  let land: (hasLanded: boolean) => void;
  const landed = new Promise<boolean>((resolve) => (entry.land = land = resolve));
  const timer = setTimeout(() => land(false), limitMs);
  const { committed, finished } = step() ?? {};
  // If the page has navigated meanwhile, Firefox rejects and traverses all the same.
  committed?.catch(() => (entry.isPage && readKey() !== entry.key) || land(false));
  finished?.catch(() => {});
  const hasLanded = await landed;
  clearTimeout(timer);
  return hasLanded;
}

function look(): Place {
  return { href: location.href, state: history.state };
}

/** The key of the page's current entry, independent of its frames; its URL in browsers without the Navigation API. */
function readKey(): string {
  return (window.navigation as Navigation | undefined)?.currentEntry?.key ?? location.href;
}

/** Whether capturing listeners of a window run first. Chromium calls them in the order in which they were added. */
function isCaptureFirst(): boolean {
  const target = new EventTarget();
  let isFirst: boolean | undefined;
  target.addEventListener("order", () => (isFirst ??= false));
  target.addEventListener("order", () => (isFirst ??= true), true);
  target.dispatchEvent(new Event("order"));
  return Boolean(isFirst);
}
