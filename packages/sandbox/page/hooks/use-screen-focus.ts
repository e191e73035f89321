import { useLayoutEffect, useRef } from "preact/hooks";
import type { Screen } from "../state/state.js";

/**
 * Moves focus to the heading of every new screen, so that it is read out and Tab goes on from there. The first screen leaves
 * focus to the host, which knows whether the person is in the widget yet.
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
