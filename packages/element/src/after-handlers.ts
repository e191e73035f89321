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
    // Added when the event is already on its way, it is the last one on the host.
    if (inner && event.composedPath().includes(inner)) host.addEventListener(type, run, { once: true, passive: true });
  };
  host.addEventListener(type, arm, { capture: true, passive: true });
}
