import type { ReactiveElement } from "@lit/reactive-element";
import type { ButtonProperties } from "../attributes/button-options.js";
import { afterHandlers } from "../dom/after-handlers.js";

/**
 * Lets the button inside a host open Connect, and prepare it on hover, focus, touch or press. The page's handlers on the host run first.
 *
 * @param find Returns the current button: the host may have rendered another one.
 * @param findLeader Returns the element whose instance a click opens, while the host is in the page.
 * @param prepareAhead Prepares the instance before the user has clicked.
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
      // Some browsers do not focus a clicked button, and the kit restores the focus to this button.
      host.focus({ preventScroll: true });
      void leader.open();
    };
  });
  const prepare = (): void => void (!host.disabled && (host.prepareOn || "intent") === "intent" && prepareAhead());
  for (const type of ["focus", "touchstart", "pointerdown"]) afterHandlers(host, find, type, () => prepare);
  // Listens inside: a pointer move between parts of the shadow tree does not reach the host.
  const over = (event: PointerEvent): void => {
    const button = find();
    const isInside = button && event.composedPath().includes(button);
    if (isInside && !button.contains(event.relatedTarget as Node | null)) prepare();
  };
  host.renderRoot.addEventListener("pointerover", over as EventListener, { passive: true });
}
