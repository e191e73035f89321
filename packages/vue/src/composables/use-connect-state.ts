import type { HumanConnect, HumanConnectState } from "@human-connect/core";
import { getCurrentInstance, getCurrentScope, onMounted, shallowRef, watch, watchEffect, type ShallowRef } from "vue";

/**
 * The state of an instance for as long as the current scope is active. A component listens once it is mounted, which never happens on a
 * server.
 *
 * @param connect Returns the instance; a new one is followed as soon as it is returned.
 * @param listen Adds further listeners to an instance and returns functions that remove them.
 */
export function useConnectState(
  connect: () => HumanConnect,
  listen: (connect: HumanConnect) => (() => void)[],
): ShallowRef<HumanConnectState> {
  const state = shallowRef(connect().getState());
  const read = (): void => {
    state.value = connect().getState();
  };
  // `initialConnections` is an option, and options may be refs.
  watchEffect(read);
  whenMounted(() => {
    watch(
      connect,
      (current, _before, onCleanup) => {
        const ends = [current.subscribe(read), ...listen(current)];
        onCleanup(() => ends.forEach((end) => end()));
        read();
      },
      { immediate: true },
    );
  });
  return state;
}

/** Runs once the component is mounted, or at once if the scope does not belong to a component. */
function whenMounted(run: () => void): void {
  // A store can be set up during a component's setup, and outlives the component.
  const { scope } = (getCurrentInstance() ?? {}) as { scope?: unknown };
  if (scope && scope === getCurrentScope()) onMounted(run);
  else if (typeof document !== "undefined") run();
}
