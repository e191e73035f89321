import { shadow } from "./shadow.js";
import { callSafely } from "./store.js";

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
 * For exactly this call `window.addEventListener` and `body.appendChild` are shadowed by own properties; afterwards both
 * objects are as they were. See docs/decisions/0002-airlock-and-stage.md.
 *
 * @param open Calls the vendor.
 * @param place Puts a node into the document; the frame, if it is or holds one, has not loaded anything yet.
 */
export function openInAirlock(
  open: () => unknown,
  place: (node: HTMLElement, frame: HTMLIFrameElement | null) => void,
): Airlock {
  // Until there is a body the vendor takes the root element (VENDOR.md F22).
  const parent = document.body ?? document.documentElement;
  const nodes: HTMLElement[] = [];
  const handlers: ((event: MessageEvent) => void)[] = [];
  let frame: HTMLIFrameElement | undefined;
  let returned: unknown;

  const listen = window.addEventListener;
  const restoreListen = shadow(window, "addEventListener", (type: string, handler: never, options: never) => {
    if (type === "message") handlers.push(handler);
    // The stage sizes the frame, so the vendor's resize handler has nothing left to do.
    else if (type !== "resize") listen.call(window, type, handler, options);
  });
  const restoreAppend = shadow(parent, "appendChild", (node: HTMLElement) => {
    const found = node instanceof HTMLIFrameElement ? node : node.querySelector("iframe");
    if (found) {
      // The page's address may name a patient; the vendor's frame would send it along (VENDOR.md F3).
      found.referrerPolicy = "no-referrer";
      // The vendor's splash image would be one more request, and asks for img-src.
      found.style.background = "none";
      // -1 keeps a keyboard out of the frame's content (axe: frame-focusable-content).
      found.tabIndex = 0;
      frame = found;
    }
    nodes.push(node);
    place(node, found);
    return node;
  });
  const dispose = (): void => nodes.forEach((node) => node.remove());

  try {
    returned = open();
  } catch (error) {
    dispose();
    throw error;
  } finally {
    restoreAppend();
    restoreListen();
  }
  // The vendor moves the focus into the frame at each navigation inside it (VENDOR.md F18a); the stage does it once.
  if (frame) frame.onload = null;
  return { frame, returned, dispose, deliver: (message) => deliver(handlers, message) };
}

function deliver(handlers: readonly ((event: MessageEvent) => void)[], message: object): void {
  // Without a source: the vendor never looks at it, and Firefox refuses one of another origin here.
  const event = (): MessageEvent => new MessageEvent("message", { data: structuredClone(message) });
  for (const handler of handlers) {
    try {
      handler.call(window, event());
    } catch {
      // Its clean-up throws when its nodes are gone already (VENDOR.md F10); ours does not depend on it.
    }
  }
  // A client whose listener passed the airlock by can only be reached where it listens.
  if (!handlers.length) callSafely(() => window.dispatchEvent(event()));
}
