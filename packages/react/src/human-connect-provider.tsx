import { mergeOptions } from "@human-connect/core";
import { useContext, useEffect, useMemo, type ReactElement, type ReactNode } from "react";
import { ConnectContext } from "./connect-context.js";
import { mergeWords } from "./use-words.js";
import { useConnect, useLatest, type UseHumanConnectOptions } from "./use-human-connect.js";

export interface HumanConnectProviderProps extends UseHumanConnectOptions {
  children?: ReactNode;
}

/**
 * Shares defaults, and one connection, with everything below it: a button, a list and a status line then tell the same
 * story without being wired together. Inside another provider it adds to that one's defaults.
 *
 * @throws {TypeError} Without `tokenUrl` and `getToken`, here and in a provider above.
 */
export function HumanConnectProvider({ children, ...options }: HumanConnectProviderProps): ReactElement {
  const above = useContext(ConnectContext);
  const connect = useConnect(options);
  const latest = useLatest(options);
  // A button in a menu goes with the menu; the session that it has started goes on for as long as the provider is there.
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
