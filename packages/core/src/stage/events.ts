import { bare } from "../base/bare.js";
import { readDocument } from "../page/read-document.js";

/** The events that hosts listen to in order to close or guard their own dialogs. */
const types =
  "keydown keyup keypress focusin focusout focus blur pointerdown pointerup mousedown mouseup touchstart touchend click auxclick dblclick contextmenu wheel".split(
    " ",
  );

/**
 * Keeps the events of a modal stage from the host. A host's own dialog listens on the document for Escape, for a press or a focus outside
 * of it, and would close, or compete for the focus, while Connect covers it. The topmost dialog gets the key.
 *
 * @param host The stage's element. Its parts receive events by `onclick`.
 * @param onEscape The user presses Escape on the stage, or where no element has the focus.
 * @returns Removes the listeners.
 */
export function keepEvents(host: HTMLElement, onEscape: () => void): () => void {
  let left: EventTarget | undefined;

  /**
   * Whether a focus event reports that the focus moves to the stage, or returns from it to the same element: the host must not notice
   * either. When the focus moves between the stage and the frame, some browsers fire such events on the document and the window as well.
   */
  function isDetour({ type, relatedTarget }: FocusEvent, target: EventTarget | undefined): boolean {
    const isLeaving = /blur|out/.test(type);
    if (target === document || target === window) return isLeaving || /focus/.test(type);
    // Without a related target when the stage has been removed.
    if (relatedTarget !== (host.isConnected ? host : null)) return false;
    if (isLeaving) left = target;
    return isLeaving || target === left;
  }

  const keep = (event: Event): void => {
    // Until the focus is back, a closed stage keeps only focus events: a click may open Connect again.
    if (!host.isConnected && !/blur|focus/.test(event.type)) return;
    const path = event.composedPath();
    const isOurs = path.includes(host) || isDetour(event as FocusEvent, path[0]);
    const { key, isComposing } = event as Partial<KeyboardEvent>;
    if (event.type === "keydown" && key === "Escape" && !isComposing && (isOurs || path[0] === readDocument("body"))) {
      event.stopImmediatePropagation();
      event.preventDefault();
      onEscape();
    } else if (isOurs) {
      event.stopImmediatePropagation();
      const part = path.find((node) => node instanceof HTMLElement && node.onclick) as HTMLElement | undefined;
      if (event.type === "click") part?.onclick?.(event as PointerEvent);
    }
  };
  // Before any listener on the document: on the window, in the capture phase.
  for (const type of types) window.addEventListener(type, keep, bare({ capture: true, passive: false }));
  return () => {
    for (const type of types) window.removeEventListener(type, keep, { capture: true });
  };
}
