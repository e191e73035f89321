import type { HumanConnect } from "@human-connect/core";
import { prepareWhen, type PrepareOn } from "@human-connect/core/face";
import { onMounted, watchEffect, type ComputedRef, type ShallowRef } from "vue";

/** Prepares on mount, or when the element first becomes visible. Event handlers handle `"intent"`. */
export function usePrepare(
  connect: ComputedRef<HumanConnect>,
  prepareOn: () => PrepareOn,
  element: ShallowRef<Element | null>,
): void {
  onMounted(() => {
    watchEffect((onCleanup) => onCleanup(prepareWhen(prepareOn(), element.value, connect.value.prepare)));
  });
}
