import {
  callbackName,
  createHumanConnect,
  eventTypes,
  mergeOptions,
  type HumanConnect,
  type HumanConnectOptions,
  type HumanConnectState,
} from "@human-connect/core";
import {
  useContext,
  useEffect,
  useInsertionEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";
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
 * @param options Options of the core. Inside a `HumanConnectProvider` they are added to its defaults and make a connection of
 * the component's own; with none, or only words and callbacks, the provider's connection is shared.
 * @throws {TypeError} Without `tokenUrl` and `getToken`, here and in a provider.
 */
export function useHumanConnect(options?: UseHumanConnectOptions): UseHumanConnect {
  return useConnectState(useConnect(options));
}

/** The given connection, or the provider's, or one of the component's own. */
export function useConnect(options: UseHumanConnectOptions = {}, given?: HumanConnect): HumanConnect {
  const shared = useContext(ConnectContext);
  const above = useLatest(shared);
  const latest = useLatest(options);
  const existing = given ?? (hasOwnOptions(options) ? undefined : shared?.connect);
  const connect = useMemo(() => {
    const read = (): HumanConnectOptions =>
      mergeOptions(above.current?.read() ?? {}, latest.current) as HumanConnectOptions;
    if (!existing && !read().getToken && !read().tokenUrl)
      throw new TypeError("tokenUrl is missing: give it, or getToken, here or to a HumanConnectProvider");
    return existing ?? createHumanConnect(read);
  }, [existing, latest, above]);
  useEffect(() => {
    if (!existing) return;
    // A connection that somebody else made knows nothing of this component's callbacks.
    const leave = eventTypes.map((type) =>
      connect.on(type, (event) => latest.current[callbackName(type)]?.(event as never)),
    );
    return () => leave.forEach((end) => end());
  }, [connect, existing, latest]);
  const mounted = useRef<HumanConnect>(undefined);
  useEffect(() => {
    mounted.current = connect;
    return () => {
      mounted.current = undefined;
      setTimeout(() => closeIfGone(connect, mounted, latest));
    };
  }, [connect, latest]);
  // The person may be another one, or their sources, and a subscriber only hears of what the core has seen. Before anything is
  // painted, so that nobody sees what somebody else has connected.
  useBeforePaint(() => void connect.getState());
  return connect;
}

// Asked at the end of the task, because StrictMode mounts again at once what it has unmounted.
function closeIfGone(
  connect: HumanConnect,
  mounted: Latest<HumanConnect | undefined>,
  options: Latest<UseHumanConnectOptions>,
): void {
  if (mounted.current !== connect && options.current.closeOnUnmount) connect.close();
}

/** Words and callbacks fit any connection; everything else makes one of its own. */
function hasOwnOptions(options: object): boolean {
  return Object.entries(options).some(([name, value]) => value !== undefined && !/^(label|locale|close|on)/.test(name));
}

/** Renders again with each state of a connection. */
export function useConnectState(connect: HumanConnect): UseHumanConnect {
  const state = useSyncExternalStore(connect.subscribe, connect.getState, connect.getState);
  const { open, close, prepare } = connect;
  return { ...state, open, close, prepare, connect };
}

/** React 18 warns of layout effects during server render, where no effect runs. */
const useBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;

/** A box with the value of the last commit. */
export interface Latest<T> {
  readonly current: T;
}

export function useLatest<T>(value: T): Latest<T> {
  const latest = useRef(value);
  // Earlier than any effect or event of this commit, and silent on a server.
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}
