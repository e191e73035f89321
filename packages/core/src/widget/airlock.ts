import { bare } from "../base/bare.js";
import { hideNamesakes } from "../page/hide-namesakes.js";
import { readDocument } from "../page/read-document.js";
import { shadow } from "../page/shadow.js";
import { callSafely } from "../base/store.js";
import { removeNode } from "../page/remove-node.js";

/** What the vendor tried to do to the page during its `open()`. */
export interface Airlock {
  /** The Connect frame; undefined if this client adds it in a way that bypasses the airlock. */
  readonly frame: HTMLIFrameElement | undefined;
  /** What the vendor's `open()` returned: `null` means that it detects an open session. */
  readonly returned: unknown;
  /** Passes a copy of a message to the vendor. Errors that the vendor throws are ignored. */
  deliver(message: object): void;
  /** Removes every node that the vendor has added. */
  dispose(): void;
}

/**
 * Runs the vendor's synchronous `open()` and intercepts what it does to the page: `place` inserts its nodes before they load, and its
 * window listeners are never registered, only called with verified messages.
 *
 * During this call only, own properties shadow `window.addEventListener`, `body.appendChild` and `document.getElementById`; afterwards
 * all of them are restored. See docs/decisions/0002-airlock-and-stage.md.
 *
 * @param open Calls the vendor.
 * @param place Inserts a node into the document; if it is or contains the frame, the frame has not loaded anything yet.
 * @throws {HumanConnectError} `client-failed` when the page does not allow one of the first two to be shadowed, and what `open` throws.
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
    // The stage sizes the frame, so the vendor's resize handler has no purpose.
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
  // The host page's URL may identify a patient, and the vendor's frame would send it to Connect (docs/vendor.md#f3).
  frame.referrerPolicy = "no-referrer";
  // The vendor's splash image would cause another request, and require img-src.
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
    // On a page that has frozen its document, an element with such an id still prevents the vendor from opening: reported as
    // `widget-busy`.
    return () => {};
  }
}

/** Prototype method: in a form, that of the element may be shadowed by a field. */
function isFramed(element: Element): boolean {
  return element instanceof HTMLIFrameElement || Boolean(Element.prototype.querySelector.call(element, "iframe"));
}

function deliver(
  handlers: readonly ((event: MessageEvent) => void)[],
  nodes: readonly HTMLElement[],
  message: object,
): void {
  // Without a source: the vendor never reads it, and Firefox does not accept one of another origin here.
  const event = (): MessageEvent => new MessageEvent("message", bare({ data: structuredClone(message) }));
  const undo = [hideNamesakes(), shadowLookup(nodes, false)];
  for (const handler of handlers) {
    try {
      handler.call(window, event());
    } catch {
      // The vendor's clean-up throws if its nodes have been removed (docs/vendor.md#f10); the kit's does not depend on it.
    }
  }
  for (const step of undo.reverse()) step();
  // A client whose listener bypassed the airlock only receives events on the window.
  if (!handlers.length) callSafely(() => window.dispatchEvent(event()));
}
