/**
 * Calls a function for an event on an inner element once the page's handlers on the host have run, unless one of them
 * prevented it.
 *
 * @param find The inner element now.
 * @param aim Called before those handlers, because one of them may take the host out of the page: returns what is called after them.
 */
export function afterHandlers(
  host: HTMLElement,
  find: () => Element | null | undefined,
  type: string,
  aim: () => () => void,
): void {
  const arm = (event: Event): void => {
    const inner = find();
    // Tests dispatch on what they see, which is the host; a user's own event there is one beside the button.
    const path = event.composedPath();
    const child = path[path.indexOf(host) - 1] as Partial<Element> | undefined;
    // happy-dom's events go from the label to the host past the slot, and so past the button.
    const isLabel = child?.parentNode === host && !child.slot;
    const isMeant = path.includes(inner!) || (!event.isTrusted && (path[0] === host || isLabel));
    // Added when the event is already on its way, it is the last one on the host.
    if (!inner || !isMeant || inner.matches(":disabled")) return;
    const ours = aim();
    const run = ({ defaultPrevented }: Event): void => void (defaultPrevented || ours());
    host.addEventListener(type, run, { once: true, passive: true });
  };
  host.addEventListener(type, arm, { capture: true, passive: true });
}
