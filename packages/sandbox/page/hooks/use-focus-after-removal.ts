import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Keeps the focus near a list that has just lost the item with the focused button: moves it to the list's heading, or to the screen's
 * heading if the whole list is gone.
 */
export function useFocusAfterRemoval(count: number, headingId: string): void {
  const previous = useRef(count);
  useLayoutEffect(() => {
    if (count < previous.current) {
      (document.getElementById(headingId) ?? document.querySelector<HTMLElement>("h1"))?.focus();
    }
    previous.current = count;
  }, [count, headingId]);
}
