import { mergeOptions } from "@human-connect/core/face";
import { useContext, useEffect, useMemo, type ReactElement, type ReactNode } from "react";
import { ConnectContext } from "./connect-context.js";
import { mergeWords } from "./use-words.js";
import { useConnect, useLatest, type UseHumanConnectOptions } from "./use-human-connect.js";

export interface HumanConnectProviderProps extends UseHumanConnectOptions {
  children?: ReactNode;
}

/**
 * Shares defaults and one instance with all components below it: a button, a list and a status line show the same state without
 * being passed an instance. Inside another provider, its options are merged over that provider's defaults.
 *
 * @throws {TypeError} If neither `tokenUrl` nor `getToken` is set, here or in a provider above.
 */
export function HumanConnectProvider({ children, ...options }: HumanConnectProviderProps): ReactElement {
  const above = useContext(ConnectContext);
  const connect = useConnect(options);
  const latest = useLatest(options);
  // A button in a menu unmounts with the menu; this subscription keeps its session alive while the provider is mounted.
  useEffect(() => connect.subscribe(() => {}), [connect]);
  const { labels, locale } = options;
  const shared = useMemo(
    () => ({
      connect,
      ...mergeWords(above, { labels, locale }),
      read: () => mergeOptions(above?.read() ?? {}, latest.current),
    }),
    [above, connect, labels, latest, locale],
  );
  return <ConnectContext.Provider value={shared}>{children}</ConnectContext.Provider>;
}
