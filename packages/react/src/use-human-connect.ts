import { createHumanConnect, type HumanConnect, type HumanConnectOptions, type HumanConnectState } from "@human-connect/core";
import { useContext, useEffect, useInsertionEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { ConnectContext } from "./connect-context.js";

/** The state of a connection, and what can be done with it. */
export type UseHumanConnect = HumanConnectState &
  Pick<HumanConnect, "open" | "close" | "prepare"> & {
    /** The connection itself, for the `connect` prop of the components. */
    connect: HumanConnect;
  };

export interface UseHumanConnectOptions extends Partial<HumanConnectOptions> {
  /** Ends an open session when the component goes away. Default false: the session goes on and still calls back. */
  closeOnUnmount?: boolean;
}

/**
 * Connects a component to Connect. The options and callbacks used are always the latest; changing them re-creates nothing.
 *
 * @param options Options of the core. Inside a `HumanConnectProvider` they are added to its defaults; without any, the
 * provider's connection is shared.
 * @throws {TypeError} Without a `getToken` here or in a provider.
 */
export function useHumanConnect(options?: UseHumanConnectOptions): UseHumanConnect {
  return useConnectState(useConnect(options));
}

/** The given connection, or the provider's when there are no options, or one of the component's own. */
export function useConnect(options?: UseHumanConnectOptions, given?: HumanConnect): HumanConnect {
  const shared = useContext(ConnectContext);
  const latest = useLatest(options);
  const existing = given ?? (options ? undefined : shared?.connect);
  const connect = useMemo(() => {
    const read = (): HumanConnectOptions => ({ ...shared?.read(), ...latest.current }) as HumanConnectOptions;
    if (!existing && !read().getToken) throw new TypeError("getToken is missing: give it here or to a HumanConnectProvider");
    return existing ?? createHumanConnect(read);
  }, [existing, latest, shared]);
  useEffect(
    () => () => {
      if (latest.current?.closeOnUnmount) connect.close();
    },
    [connect, latest],
  );
  return connect;
}

/** Renders again with each state of a connection. */
export function useConnectState(connect: HumanConnect): UseHumanConnect {
  const state = useSyncExternalStore(connect.subscribe, connect.getState, connect.getState);
  const { open, close, prepare } = connect;
  return { ...state, open, close, prepare, connect };
}

/** A box with the value of the last commit. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  // Earlier than any effect or event of this commit, and silent on a server.
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}
