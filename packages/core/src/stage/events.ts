import { bare } from "../base/bare.js";
import { readDocument } from "../page/read-document.js";

/** What hosts listen for to close or to guard something of their own. */
const types =
  "keydown keyup keypress focusin focusout focus blur pointerdown pointerup mousedown mouseup touchstart touchend click auxclick dblclick contextmenu wheel".split(
    " ",
  );

/**
 * Keeps what happens on a modal stage to itself. A host's own dialog listens at the document for Escape, for a press or a focus
 * outside of it, and would close, or fight for the focus, while Connect lies over it. Whatever is on top gets the key.
 *
 * @param host The stage's element. What its parts have to hear, they have as `onclick`.
 * @param onEscape The user presses Escape on the stage, or where no element has the focus.
 * @returns Ends it.
 */
export function keepEvents(host: HTMLElement, onEscape: () => void): () => void {
  let left: EventTarget | undefined;

  /**
   * Whether it tells that the focus goes to the stage, or comes back from it to where it was: for the host, it has never left. As it
   * goes from the stage into the frame and back, some browsers tell so of the document and the window as well.
   */
  function isDetour({ type, relatedTarget }: FocusEvent, target: EventTarget | undefined): boolean {
    const isLeaving = /blur|out/.test(type);
    if (target === document || target === window) return isLeaving || /focus/.test(type);
    // It comes from nowhere when the stage has left the page.
    if (relatedTarget !== (host.isConnected ? host : null)) return false;
    if (isLeaving) left = target;
    return isLeaving || target === left;
  }

  const keep = (event: Event): void => {
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
  // Before anybody at the document: on the window, on the way down.
  for (const type of types) window.addEventListener(type, keep, bare({ capture: true, passive: false }));
  return () => {
    for (const type of types) window.removeEventListener(type, keep, { capture: true });
  };
}
