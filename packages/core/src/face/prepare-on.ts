/** When a button prefetches what a click needs: on hover, focus, touch or press; when it becomes visible; at once; never. */
export type PrepareOn = "intent" | "visible" | "mount" | "none";

/**
 * Prepares at once (`"mount"`), or when an element first becomes visible (`"visible"`). A face's event handlers handle `"intent"`.
 *
 * @returns Stops waiting.
 */
export function prepareWhen(prepareOn: PrepareOn, element: Element | null, prepare: () => unknown): () => void {
  if (prepareOn === "mount") prepare();
  // Simulated DOMs (jsdom, happy-dom) may lack IntersectionObserver.
  if (prepareOn !== "visible" || !element || typeof IntersectionObserver === "undefined") return () => {};
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    prepare();
  });
  observer.observe(element);
  return () => observer.disconnect();
}
