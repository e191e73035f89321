import { useLayoutEffect, useRef } from "preact/hooks";
import type { Screen } from "../state/state.js";

/**
 * Focuses the heading of each new screen, so that screen readers read it and Tab continues from there. On the first screen the focus
 * stays with the host, which knows whether the user is already in the widget.
 */
export function useScreenFocus(screen: Screen): void {
  const last = useRef(screen.name);
  useLayoutEffect(() => {
    const isFirst = last.current === "loading";
    if (last.current === screen.name) return;
    last.current = screen.name;
    if (isFirst) return;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }, [screen.name]);
}
