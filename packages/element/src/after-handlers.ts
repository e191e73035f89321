/**
 * Calls a function for an event on the inner element once the page's handlers on the host have run, unless one of them
 * prevented it.
 */
export function afterHandlers(host: HTMLElement, inner: Element, type: string, ours: () => void): void {
  const run = (event: Event): void => {
    if (!event.defaultPrevented) ours();
  };
  const arm = (event: Event): void => {
    // An event that enters does so for each element on its own, and never leaves a shadow root.
    const isOurs = type === "pointerenter" ? event.target === host : event.composedPath().includes(inner);
    // Added when the event is already on its way, it is the last one on the host.
    if (isOurs) host.addEventListener(type, run, { once: true, passive: true });
  };
  host.addEventListener(type, arm, { capture: true, passive: true });
}
