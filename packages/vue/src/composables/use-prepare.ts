import type { HumanConnect } from "@human-connect/core";
import { onMounted, watchEffect, type ComputedRef, type ShallowRef } from "vue";

/** When a button prefetches what a click needs. */
export type PrepareOn = "intent" | "visible" | "mount" | "none";

/** Prepares on mount, or when the element first becomes visible. Event handlers handle `"intent"`. */
export function usePrepare(
  connect: ComputedRef<HumanConnect>,
  prepareOn: () => PrepareOn,
  element: ShallowRef<Element | null>,
): void {
  onMounted(() => {
    watchEffect((onCleanup) => {
      const current = connect.value;
      if (prepareOn() === "mount") void current.prepare();
      // Simulated DOMs (jsdom, happy-dom) may lack IntersectionObserver.
      if (prepareOn() !== "visible" || !element.value || typeof IntersectionObserver === "undefined") return;
      const observer = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void current.prepare();
      });
      observer.observe(element.value);
      onCleanup(() => observer.disconnect());
    });
  });
}
