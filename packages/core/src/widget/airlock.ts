import { bare } from "../base/bare.js";
import { hideNamesakes } from "../page/hide-namesakes.js";
import { readDocument } from "../page/read-document.js";
import { shadow } from "../page/shadow.js";
import { callSafely } from "../base/store.js";
import { removeNode } from "../page/remove-node.js";

/** What the vendor tried to do to the page during its `open()`. */
export interface Airlock {
  /** The Connect frame; undefined when this client adds it in a way that passes the airlock by. */
  readonly frame: HTMLIFrameElement | undefined;
  /** What the vendor's `open()` returned: `null` means that it believes a session is open already. */
  readonly returned: unknown;
  /** Gives the vendor a message, as a copy of its own. What it throws stays in here. */
  deliver(message: object): void;
  /** Takes away every node that came through. */
  dispose(): void;
}

/**
 * Runs the vendor's synchronous `open()` so that everything it would do to the page comes to us instead: its nodes are
 * placed by `place` before they load, and its window listeners are never registered, only called with what we verified.
 *
 * For exactly this call `window.addEventListener`, `body.appendChild` and `document.getElementById` are shadowed by own
 * properties; afterwards all of them are as they were. See docs/decisions/0002-airlock-and-stage.md.
 *
 * @param open Calls the vendor.
 * @param place Puts a node into the document; the frame, if it is or holds one, has not loaded anything yet.
 * @throws {HumanConnectError} `client-failed` when the page does not let one of the first two be shadowed, and what `open` throws.
 */
export function openInAirlock(
  open: () => unknown,
  place: (node: HTMLElement, frame: HTMLIFrameElement | null) => void,
): Airlock {
  const nodes: HTMLElement[] = [];
  const handlers: ((event: MessageEvent) => void)[] = [];
  let frame: HTMLIFrameElement | undefined;
  let returned: unknown;

  const listen = window.addEventListener;
  const keep = (type: string, handler: never, options: never): void => {
    if (type === "message") handlers.push(handler);
    // The stage sizes the frame, so the vendor's resize handler has nothing left to do.
    else if (type !== "resize") listen.call(window, type, handler, options);
  };
  const append = (node: HTMLElement): HTMLElement => {
    const found = node instanceof HTMLIFrameElement ? node : node.querySelector("iframe");
    if (found) {
      prepareFrame(found);
      frame = found;
    }
    nodes.push(node);
    place(node, found);
    return node;
  };
  const dispose = (): void => nodes.forEach(removeNode);

  const undo: (() => void)[] = [];
  try {
    undo.push(hideNamesakes());
    undo.push(shadow(window, "addEventListener", keep));
    // Before there is a body, the vendor appends to the root element (docs/vendor.md#f22).
    undo.push(shadow(readDocument("body") ?? readDocument("documentElement"), "appendChild", append));
    undo.push(shadowLookup(nodes));
    returned = open();
  } catch (error) {
    dispose();
    throw error;
  } finally {
    for (const step of undo.reverse()) step();
  }
  // The vendor focuses the frame after each navigation inside it (docs/vendor.md#f18a); the stage does so once.
  if (frame) frame.onload = null;
  return { frame, returned, dispose, deliver: (message) => deliver(handlers, nodes, message) };
}

function prepareFrame(frame: HTMLIFrameElement): void {
  // The host page's address may name a patient, and the vendor's frame would send it to Connect (docs/vendor.md#f3).
  frame.referrerPolicy = "no-referrer";
  // The vendor's splash image would be one more request, and asks for img-src.
  frame.style.background = "none";
  // -1 keeps a keyboard out of the frame's content (axe: frame-focusable-content).
  frame.tabIndex = 0;
}

/**
 * The vendor finds its nodes by id, and mistakes any other element with such an id for them: it then opens nothing, or removes an
 * element of the host page (docs/vendor.md#f11). Here it finds its own nodes, and of others only frames: those of a session that
 * the kit has not opened.
 */
function shadowLookup(nodes: readonly HTMLElement[], isOpening = true): () => void {
  const lookUp = readDocument("getElementById");
  const find = (id: string): Element | null => {
    const own = nodes.map((node) => (node.id === id ? node : node.querySelector(`#${CSS.escape(id)}`))).find(Boolean);
    const other = isOpening ? lookUp(id) : null;
    return own ?? (other && isFramed(other) ? other : null);
  };
  try {
    return shadow(document, "getElementById", find);
  } catch {
    // On a page that has frozen its document, an element with such an id still keeps the vendor from opening: told as `widget-busy`.
    return () => {};
  }
}

/** Not by a method of the element: in a form, that too may be a field. */
function isFramed(element: Element): boolean {
  return element instanceof HTMLIFrameElement || Boolean(Element.prototype.querySelector.call(element, "iframe"));
}

function deliver(
  handlers: readonly ((event: MessageEvent) => void)[],
  nodes: readonly HTMLElement[],
  message: object,
): void {
  // Without a source: the vendor never looks at it, and Firefox refuses one of another origin here.
  const event = (): MessageEvent => new MessageEvent("message", bare({ data: structuredClone(message) }));
  const undo = [hideNamesakes(), shadowLookup(nodes, false)];
  for (const handler of handlers) {
    try {
      handler.call(window, event());
    } catch {
      // The vendor's clean-up throws when its nodes are gone (docs/vendor.md#f10); the kit's does not depend on it.
    }
  }
  for (const step of undo.reverse()) step();
  // A client whose listener passed the airlock by can only be reached where it listens.
  if (!handlers.length) callSafely(() => window.dispatchEvent(event()));
}
