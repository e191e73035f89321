import type { ReactiveElement } from "@lit/reactive-element";
import type { ButtonProperties } from "../attributes/button-options.js";
import { afterHandlers } from "../dom/after-handlers.js";

/**
 * Lets the button inside a host open Connect, and prepare it on hover, focus or touch. The page's handlers on the host run first.
 *
 * @param find The button now: it is another one when the host is drawn in another way.
 * @param findLeader Whose connection a click opens, while the host is in the page.
 * @param prepareAhead Prepares it without anybody's word for it.
 */
export function addButtonHandlers(
  host: ReactiveElement & Pick<ButtonProperties, "disabled" | "prepareOn">,
  find: () => HTMLElement | null | undefined,
  findLeader: () => { open(): Promise<unknown> },
  prepareAhead: () => unknown,
): void {
  afterHandlers(host, find, "click", () => {
    const leader = findLeader();
    return () => {
      // Not every browser focuses what is clicked, and the focus is to come back here.
      host.focus({ preventScroll: true });
      void leader.open();
    };
  });
  const prepare = (): void => void (!host.disabled && (host.prepareOn || "intent") === "intent" && prepareAhead());
  for (const type of ["focus", "touchstart"]) afterHandlers(host, find, type, () => prepare);
  // Heard inside: of a move from one part of the shadow tree to another, the host does not hear.
  const over = (event: PointerEvent): void => {
    const button = find();
    const isInside = button && event.composedPath().includes(button);
    if (isInside && !button.contains(event.relatedTarget as Node | null)) prepare();
  };
  host.renderRoot.addEventListener("pointerover", over as EventListener, { passive: true });
}
