import { readDocument } from "../page/read-document.js";
import { removeNode } from "../page/remove-node.js";

/** In the state of our entry, beside whatever the host's router keeps there. Says nothing of the session. */
const marker = "human-connect";

/** How long a browser may take to go back, in milliseconds. */
const limitMs = 500;

/** How often the page is asked where it is, in milliseconds. */
const lookMs = 100;

interface Place {
  readonly href: string;
  readonly state: unknown;
}

/** The entry that Back leaves. */
interface Entry {
  /** Whose history it is in: the page, or a frame of ours. */
  readonly place: Window;
  readonly isPage: boolean;
  readonly id: number;
  /** Where the page was before. */
  readonly href: string;
  /** The entry of `place` below; undefined without the Navigation API. */
  readonly base: string | undefined;
  /** Where the page is, whatever its frames do. */
  readonly key: string;
  readonly length: number;
  /** As it was added: a browser gives the same object until somebody writes another. */
  readonly state: unknown;
  /** Where the page was a moment ago, and with what state. */
  seen: Place;
  isLeft: boolean;
  /** While the browser is on the way that we have sent it. */
  land: ((hasLanded: boolean) => void) | undefined;
}

/**
 * Adds an entry to the history, so that Back leaves the entry and not the page. The host's router must not hear of it: where a listener
 * for the way down comes first, the entry is the page's own and its event is stopped; elsewhere a hidden frame has it, whose events
 * never reach the page. docs/decisions/0032-back.md says why.
 *
 * @param onBack The user has left the entry.
 * @returns Takes the entry away where nobody has left it, and settles when the history is as it was. Never rejects.
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
  // The page that a frame begins with has no history of its own.
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
    // A document without an address or an origin, or Safari's limit of entries.
    return async () => {};
  }
  const listen = (event: Event): void => hear(entry, event, onBack);
  place.addEventListener("popstate", listen, true);
  const timer = entry.isPage ? setInterval(() => (entry.seen = look()), lookMs) : undefined;
  return async () => {
    // A host that ends Connect to go on does both in one task; on the way back its new entry would be lost.
    await new Promise((resolve) => setTimeout(resolve));
    clearInterval(timer);
    // A host may have taken the frame away, and its history with it.
    await takeBack(entry).catch(() => {});
    place.removeEventListener("popstate", listen, true);
  };
}

function addEntry(place: Window): Entry {
  const id = Math.random();
  const base = place.navigation?.currentEntry?.key;
  const { href } = location;
  // Not by a method that somebody has put in its place to hear where the page goes: it goes nowhere.
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
  // A link to a place in the page comes as an event too, with an entry more.
  const isBack = !isMarked(entry) && (!isPage || isSame || history.length === length);
  // The router knows where the page is; it has to hear of this only when the host has gone elsewhere meanwhile.
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
  // What the host, or Connect's frame, has added lies on top: one step back would not be enough, and several could be too many.
  if (!isOurs || !(base ?? place.history.length === entry.length)) return;
  const last = look();
  const { length } = history;
  const isBack = await go(entry, () => (base ? place.navigation.traverseTo(base) : place.history.back()));
  if (!isPage || !isBack) return;
  // The host has gone on in the meantime, and its router knows nothing of our way back.
  if (history.length > length) await go(entry, () => history.go(isMarked(entry) ? 1 : 2));
  else keep(entry, last);
}

/** What the host has put in the place of our entry belongs to the one below, where the page is now. */
function keep(entry: Entry, { href, state }: Place): void {
  if (state === entry.state) return;
  const { [marker]: id, ...rest } = (state ?? {}) as Record<string, unknown>;
  History.prototype.replaceState.call(history, id === entry.id ? rest : state, "", href);
}

/** @returns Whether an event tells that the browser has gone there. */
async function go(entry: Entry, step: () => NavigationResult | void): Promise<boolean> {
  const landed = new Promise<boolean>((resolve) => (entry.land = resolve));
  const timer = setTimeout(() => entry.land?.(false), limitMs);
  const { committed, finished } = step() ?? {};
  committed?.catch(() => entry.land?.(false));
  finished?.catch(() => {});
  const hasLanded = await landed;
  clearTimeout(timer);
  return hasLanded;
}

function look(): Place {
  return { href: location.href, state: history.state };
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
