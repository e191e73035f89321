import type { ConnectEvent, HumanConnect, HumanConnectState, LabelOptions } from "@human-connect/core";
import { hasOwnOptions, mergeOptions } from "@human-connect/core/face";
import { computed, onScopeDispose, toRaw, type ComputedRef, type ShallowRef } from "vue";
import type { OptionProps, ViewProps } from "../render/connect-props.js";
import { createShared, hear, injectShared } from "../composables/shared-connect.js";
import { useConnectState } from "../composables/use-connect-state.js";

/** The instance that a component shows. */
export interface UseConnect {
  /** The given instance, or the component's own if it has options, or the shared one. */
  connect: ComputedRef<HumanConnect>;
  state: ShallowRef<HumanConnectState>;
  /** The words of the component now. */
  words: () => LabelOptions;
}

/** The props without their proxy, which is slow to copy for a thousand buttons. A state depends on two of them, which are tracked. */
function readProps(props: OptionProps): OptionProps {
  void [props.user, props.initialConnections];
  return toRaw(props);
}

/**
 * Finds the instance of a component and follows its state.
 *
 * @param props The component's props.
 * @param tell Called with each event; for the component's own instance, also after the component was unmounted. Omitted by components
 * without options.
 * @throws {TypeError} If the component needs its own instance and neither `tokenUrl` nor `getToken` is set.
 */
export function useConnect(props: ViewProps & OptionProps, tell?: (event: ConnectEvent) => void): UseConnect {
  const above = injectShared();
  const own = createShared(
    above,
    () => readProps(props),
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
  // Two computed values, so that a change of another default renders nothing again.
  const aboveLabels = computed(() => inherited()?.labels);
  const locale = computed(() => props.locale ?? inherited()?.locale);
  return {
    connect,
    state,
    words: () => ({ labels: mergeOptions(aboveLabels.value ?? {}, props.labels), locale: locale.value }),
  };
}
