import {
  callbackName,
  type ConnectEvent,
  type ConnectSession,
  type HumanConnect,
  type HumanConnectError,
  type HumanConnectState,
  type Source,
} from "@human-connect/core";
import { computed, onScopeDispose, toValue, type ComputedRef, type ShallowRef } from "vue";
import { hasOwnOptions, readOptions, type FaceOptions, type ReactiveOptions } from "./composables/read-options.js";
import { createShared, hear, injectShared } from "./composables/shared-connect.js";
import { useConnectState } from "./composables/use-connect-state.js";

/** Options of the core, each a value, a ref or a getter, in an object, a ref or a getter. */
export type UseHumanConnectOptions = ReactiveOptions<FaceOptions>;

/** The state of a connection, and what can be done with it. */
export interface UseHumanConnect extends Pick<HumanConnect, "open" | "close" | "prepare"> {
  /** The whole state, to be narrowed by its `status`. */
  state: Readonly<ShallowRef<HumanConnectState>>;
  status: ComputedRef<HumanConnectState["status"]>;
  /** What this person has connected. */
  currentConnections: ComputedRef<readonly Source[]>;
  /** Of the open, closed or failed session, if there is one. */
  session: ComputedRef<ConnectSession | undefined>;
  /** While the status is `error`. */
  error: ComputedRef<HumanConnectError | undefined>;
  /** The connection itself, for the `connect` prop of the components. Never a reactive proxy. */
  connect: HumanConnect;
}

/**
 * Connects a component, or an `effectScope`, to Connect. The options and callbacks used are always the latest; changing
 * them re-creates nothing.
 *
 * @param options Options of the core. Below a plugin or `provideHumanConnect()` they are added to the defaults there and make
 * a connection of its own; with none, or only words and callbacks, the connection there is shared.
 * @throws {TypeError} Without `tokenUrl` and `getToken`, here and there.
 * @example const { status, open } = useHumanConnect({ tokenUrl: "/api/human-connect/token", locale: () => i18n.locale.value });
 */
export function useHumanConnect(options?: UseHumanConnectOptions): UseHumanConnect {
  const above = injectShared();
  const read = (): FaceOptions => readOptions(options);
  const isShared = above && !hasOwnOptions(toValue(options));
  const { connect } = isShared ? above : createShared(above, read);
  // A connection that somebody else made knows nothing of these callbacks.
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
