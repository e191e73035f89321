/**
 * Calls a function for an event on an inner element once the page's handlers on the host have run, unless one of them
 * prevented it.
 *
 * @param find The inner element now.
 */
export function afterHandlers(
  host: HTMLElement,
  find: () => Element | null | undefined,
  type: string,
  ours: () => void,
): void {
  const run = (event: Event): void => {
    if (!event.defaultPrevented) ours();
  };
  const arm = (event: Event): void => {
    const inner = find();
    // Tests dispatch on what they see, which is the host; a user's own event there is one beside the button.
    const path = event.composedPath();
    const isMeant = path.includes(inner!) || (path[0] === host && !event.isTrusted);
    // Added when the event is already on its way, it is the last one on the host.
    if (inner && isMeant && !inner.matches(":disabled"))
      host.addEventListener(type, run, { once: true, passive: true });
  };
  host.addEventListener(type, arm, { capture: true, passive: true });
}
