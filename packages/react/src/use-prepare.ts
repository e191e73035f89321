import type { HumanConnect } from "@human-connect/core";
import { useEffect, type RefObject } from "react";

/** When a button prefetches what a click needs. */
export type PrepareOn = "intent" | "visible" | "mount" | "none";

/** Prepares on mount, or when the element first becomes visible. Event handlers handle `"intent"`. */
export function usePrepare(connect: HumanConnect, prepareOn: PrepareOn, element: RefObject<Element | null>): void {
  useEffect(() => {
    if (prepareOn === "mount") void connect.prepare();
    // Simulated DOMs (jsdom, happy-dom) may lack IntersectionObserver.
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
