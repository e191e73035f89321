import type { HumanConnect, HumanConnectState } from "@human-connect/core";
import { getCurrentInstance, getCurrentScope, onMounted, shallowRef, watch, watchEffect, type ShallowRef } from "vue";

/**
 * The state of a connection for as long as the current scope lives. A component listens from its mounting on, which never
 * happens on a server.
 *
 * @param connect The connection; another one is followed as soon as there is one.
 * @param listen Listens to a connection in further ways, and returns what ends that.
 */
export function useConnectState(
  connect: () => HumanConnect,
  listen: (connect: HumanConnect) => (() => void)[],
): ShallowRef<HumanConnectState> {
  const state = shallowRef(connect().getState());
  const read = (): void => {
    state.value = connect().getState();
  };
  // Connections that a backend knows of are options, and options may be refs.
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

/** Runs once the component is mounted; now, where the scope is not that of a component. */
function whenMounted(run: () => void): void {
  // A store is set up while a component is, and outlives it.
  const { scope } = (getCurrentInstance() ?? {}) as { scope?: unknown };
  if (scope && scope === getCurrentScope()) onMounted(run);
  else if (typeof document !== "undefined") run();
}
