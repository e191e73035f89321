import type { HumanConnect } from "@human-connect/core";
import { onMounted, watchEffect, type ComputedRef, type ShallowRef } from "vue";

/** When a button fetches what a click will need. */
export type PrepareOn = "intent" | "visible" | "mount" | "none";

/** Prepares on mount, or when the element is first seen. `"intent"` is a matter of event handlers. */
export function usePrepare(
  connect: ComputedRef<HumanConnect>,
  prepareOn: () => PrepareOn,
  element: ShallowRef<Element | null>,
): void {
  onMounted(() => {
    watchEffect((onCleanup) => {
      const current = connect.value;
      if (prepareOn() === "mount") void current.prepare();
      // A simulated page may see nothing.
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
