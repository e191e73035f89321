import type { HumanConnect } from "@human-connect/core";
import { useEffect, type RefObject } from "react";

/** When a button fetches what a click will need. */
export type PrepareOn = "intent" | "visible" | "mount" | "none";

/** Prepares on mount, or when the element is first seen. `"intent"` is a matter of event handlers. */
export function usePrepare(connect: HumanConnect, prepareOn: PrepareOn, element: RefObject<Element | null>): void {
  useEffect(() => {
    if (prepareOn === "mount") void connect.prepare();
    // A simulated page may see nothing.
    if (prepareOn !== "visible" || !element.current || typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void connect.prepare();
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [connect, prepareOn, element]);
}
