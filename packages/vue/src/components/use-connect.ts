import {
  mergeOptions,
  type ConnectEvent,
  type HumanConnect,
  type HumanConnectState,
  type LabelOptions,
} from "@human-connect/core";
import { computed, onScopeDispose, type ComputedRef, type ShallowRef } from "vue";
import type { OptionProps, ViewProps } from "../render/connect-props.js";
import { hasOwnOptions } from "../composables/read-options.js";
import { createShared, hear, injectShared } from "../composables/shared-connect.js";
import { useConnectState } from "../composables/use-connect-state.js";

/** The connection that a component shows. */
export interface UseConnect {
  /** The one given, or the component's own when it has options, or the shared one. */
  connect: ComputedRef<HumanConnect>;
  state: ShallowRef<HumanConnectState>;
  /** What chooses the words of the component. */
  words: () => LabelOptions;
}

/**
 * Finds the connection of a component and follows its state.
 *
 * @param props The component's props.
 * @param tell Gets the events: those of the component's own connection even after it has left. Without it, the component has no
 * options.
 * @throws {TypeError} Without a connection, and without `tokenUrl` and `getToken` for one.
 */
export function useConnect(props: ViewProps & OptionProps, tell?: (event: ConnectEvent) => void): UseConnect {
  const above = injectShared();
  const own = createShared(
    above,
    () => props,
    (connect) => tell && hear(connect, tell),
  );
  const source = computed(() => (above && !(tell && hasOwnOptions(props)) ? above : own));
  const connect = computed(() => props.connect ?? source.value.connect);
  const state = useConnectState(
    () => connect.value,
    (current) => (tell && (props.connect || source.value !== own) ? hear(current, tell) : []),
  );
  onScopeDispose(() => {
    if (props.closeOnUnmount) connect.value.close();
  });
  const inherited = (): LabelOptions | undefined => props.connect?.getLabelOptions() ?? above?.read();
  // Two values, so that nothing renders again when another default has changed.
  const aboveLabels = computed(() => inherited()?.labels);
  const locale = computed(() => props.locale ?? inherited()?.locale);
  return {
    connect,
    state,
    words: () => ({ labels: mergeOptions(aboveLabels.value ?? {}, props.labels), locale: locale.value }),
  };
}
