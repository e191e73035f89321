import type { HumanConnect, LabelOptions } from "@human-connect/core";
import { addVoice } from "@human-connect/core/face";
import { getCurrentInstance, onMounted, shallowRef, watch, type ShallowRef } from "vue";

/** The text of a component's live region; undefined while another component announces for the instance. */
export function useVoice(connect: () => HumanConnect, words: () => LabelOptions): ShallowRef<string | undefined> {
  const said = shallowRef<string | undefined>("");
  const instance = getCurrentInstance();
  const place = (): Node | null | undefined => instance?.proxy?.$el;
  onMounted(() => {
    watch(
      connect,
      (current, _before, onCleanup) =>
        onCleanup(addVoice(current, { words, say: (text) => (said.value = text), place })),
      { immediate: true },
    );
  });
  return said;
}
