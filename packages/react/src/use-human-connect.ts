import {
  createHumanConnect,
  eventTypes,
  type HumanConnect,
  type HumanConnectOptions,
  type HumanConnectState,
} from "@human-connect/core";
import {
  callbackName,
  hasOwnOptions,
  mergeOptions,
  readStateOptions,
  type FaceOptions,
  type StateOptions,
} from "@human-connect/core/face";
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

/** The state of an instance, and its methods. */
export type UseHumanConnect = HumanConnectState &
  Pick<HumanConnect, "open" | "close" | "prepare"> & {
    /** The instance, for the `connect` prop of the components. */
    connect: HumanConnect;
  };

export interface UseHumanConnectOptions extends Partial<HumanConnectOptions>, FaceOptions {}

/**
 * Creates or shares an instance and renders again with each state. Always uses the latest options and callbacks; changing them does not
 * recreate anything.
 *
 * @param options Options of the core. Inside a `HumanConnectProvider` they are merged over its defaults and create an instance of the
 * component; without options, or with only words and callbacks, the component shares the provider's instance.
 * @throws {TypeError} If neither `tokenUrl` nor `getToken` is set, here or in a provider above.
 */
export function useHumanConnect(options?: UseHumanConnectOptions): UseHumanConnect {
  return useConnectState(useConnect(options));
}

/** The given instance, or the provider's, or one that the component creates. */
export function useConnect(options: UseHumanConnectOptions = {}, given?: HumanConnect): HumanConnect {
  const shared = useContext(ConnectContext);
  // One hook for both: a page may have a thousand buttons.
  const latest = useLatest({ options, shared });
  const existing = given ?? (hasOwnOptions(options) ? undefined : shared?.connect);
  const connect = useMemo(() => {
    const read = (): HumanConnectOptions =>
      mergeOptions(latest.current.shared?.read() ?? {}, latest.current.options) as HumanConnectOptions;
    if (!existing && !read().getToken && !read().tokenUrl)
      throw new TypeError("tokenUrl is missing. Pass tokenUrl or getToken here or to a HumanConnectProvider.");
    return (
      existing ??
      createHumanConnect(read, () =>
        readStateOptions(
          latest.current.options as StateOptions,
          latest.current.shared?.read() as StateOptions | undefined,
        ),
      )
    );
  }, [existing, latest]);
  // An instance created elsewhere does not know this component's callbacks.
  const isForeign = existing !== undefined && eventTypes.some((type) => options[callbackName(type)]);
  const mounted = useRef<HumanConnect>(undefined);
  useEffect(() => {
    mounted.current = connect;
    const leave = isForeign ? forwardEvents(connect, latest) : undefined;
    return () => {
      leave?.();
      mounted.current = undefined;
      closeIfGone(connect, mounted, latest);
    };
  }, [connect, isForeign, latest]);
  // `user` or `initialConnections` may have changed, and subscribers hear of that only once the core has read them. Before paint, so
  // that no user sees the connections of another.
  useBeforePaint(() => void connect.getState());
  return connect;
}

// Checked in a later task, because StrictMode unmounts a component and mounts it again in the same task.
function closeIfGone(connect: HumanConnect, mounted: Latest<HumanConnect | undefined>, latest: LatestOptions): void {
  if (!latest.current.options.closeOnUnmount) return;
  setTimeout(() => {
    if (mounted.current !== connect) connect.close();
  });
}

type LatestOptions = Latest<{ readonly options: UseHumanConnectOptions }>;

function forwardEvents(connect: HumanConnect, latest: LatestOptions): () => void {
  const leave = eventTypes.map((type) =>
    connect.on(type, (event) => latest.current.options[callbackName(type)]?.(event as never)),
  );
  return () => leave.forEach((end) => end());
}

/** Renders again with each state of an instance. */
export function useConnectState(connect: HumanConnect): UseHumanConnect {
  const state = useSyncExternalStore(connect.subscribe, connect.getState, connect.getState);
  const { open, close, prepare } = connect;
  return { ...state, open, close, prepare, connect };
}

/** React 18 warns about layout effects during server rendering, where effects do not run. */
const useBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;

/** Holds the value of the last commit. */
export interface Latest<T> {
  readonly current: T;
}

export function useLatest<T>(value: T): Latest<T> {
  const latest = useRef(value);
  // Runs before every other effect and event of this commit, and does not warn on a server.
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}
