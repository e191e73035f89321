import { useEffect } from "preact/hooks";

/** Calls back, while active, for an Escape that no element closer to the focus has handled. */
export function useEscape(onEscape: () => void, isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      // Otherwise the same key closes the dialog that it opens.
      event.preventDefault();
      onEscape();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [onEscape, isActive]);
}
