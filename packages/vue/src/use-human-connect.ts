import type {
  ConnectEvent,
  ConnectSession,
  HumanConnect,
  HumanConnectError,
  HumanConnectState,
  Source,
} from "@human-connect/core";
import { callbackName, hasOwnOptions } from "@human-connect/core/face";
import { computed, onScopeDispose, toValue, type ComputedRef, type ShallowRef } from "vue";
import { readOptions, type OwnOptions, type ReactiveOptions } from "./composables/read-options.js";
import { createShared, hear, injectShared } from "./composables/shared-connect.js";
import { useConnectState } from "./composables/use-connect-state.js";

/** Options of the core, each a value, a ref or a getter, in an object, a ref or a getter. */
export type UseHumanConnectOptions = ReactiveOptions<OwnOptions>;

/** The state of an instance, and its methods. */
export interface UseHumanConnect extends Pick<HumanConnect, "open" | "close" | "prepare"> {
  /** The whole state; narrow it by its `status`. */
  state: Readonly<ShallowRef<HumanConnectState>>;
  status: ComputedRef<HumanConnectState["status"]>;
  /** The sources that the user has connected. */
  currentConnections: ComputedRef<readonly Source[]>;
  /** The open, closed or failed session; undefined without one. */
  session: ComputedRef<ConnectSession | undefined>;
  /** The error while the status is `error`. */
  error: ComputedRef<HumanConnectError | undefined>;
  /** The instance, for the `connect` prop of the components. Never a reactive proxy. */
  connect: HumanConnect;
}

/**
 * Creates or shares an instance for a component, an `effectScope` or a store. Always uses the latest options and callbacks; changing
 * them does not recreate anything.
 *
 * @param options Options of the core. Below a plugin or `provideHumanConnect()` they are merged over the defaults there and create an
 * instance; without options, or with only words and callbacks, the shared instance is used.
 * @throws {TypeError} If neither `tokenUrl` nor `getToken` is set, here or above.
 * @example const { status, open } = useHumanConnect({ tokenUrl: "/api/human-connect/token", locale: () => i18n.locale.value });
 */
export function useHumanConnect(options?: UseHumanConnectOptions): UseHumanConnect {
  const above = injectShared();
  const read = (): OwnOptions => readOptions(options);
  const isShared = above && !hasOwnOptions(toValue(options) ?? {});
  const { connect } = isShared ? above : createShared(above, read);
  // An instance created elsewhere does not know these callbacks.
  const tell = (event: ConnectEvent): void => read()[callbackName(event.type)]?.(event as never);
  const state = useConnectState(
    () => connect,
    () => (isShared ? hear(connect, tell) : []),
  );
  onScopeDispose(() => {
    if (read().closeOnUnmount) connect.close();
  });
  const { open, close, prepare } = connect;
  return {
    state,
    status: computed(() => state.value.status),
    currentConnections: computed(() => state.value.currentConnections),
    session: computed(() => ("session" in state.value ? state.value.session : undefined)),
    error: computed(() => ("error" in state.value ? state.value.error : undefined)),
    open,
    close,
    prepare,
    connect,
  };
}
