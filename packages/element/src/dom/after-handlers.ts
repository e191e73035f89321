/**
 * Calls a function for an event on an inner element after the page's handlers on the host have run, unless one of them
 * prevented the event.
 *
 * @param find Returns the current inner element.
 * @param aim Called before those handlers, because one of them may remove the host from the page. Returns the function to call after them.
 */
export function afterHandlers(
  host: HTMLElement,
  find: () => Element | null | undefined,
  type: string,
  aim: () => () => void,
): void {
  const arm = (event: Event): void => {
    const inner = find();
    // Tests dispatch on the host, the only element they see; a trusted event on the host itself has missed the button.
    const path = event.composedPath();
    const child = path[path.indexOf(host) - 1] as Partial<Element> | undefined;
    // In happy-dom, events go from the label to the host and skip the slot, and so the button.
    const isLabel = child?.parentNode === host && isInButton(child, host);
    const isMeant = path.includes(inner!) || (!event.isTrusted && (path[0] === host || isLabel));
    // Added while the event is already being dispatched, so that this listener is the last one on the host.
    if (!inner || !isMeant || inner.matches(":disabled")) return;
    const ours = aim();
    const run = ({ defaultPrevented }: Event): void => void (defaultPrevented || ours());
    host.addEventListener(type, run, { once: true, passive: true });
  };
  host.addEventListener(type, arm, { capture: true, passive: true });
}

/** Whether a child of the host is in its button: what has no slot name may be below the button of a card. */
function isInButton({ slot }: Partial<Element>, { shadowRoot }: HTMLElement): boolean {
  return slot ? slot === "button" : !shadowRoot?.querySelector("section>slot:not([name])");
}
