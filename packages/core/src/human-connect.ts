import { bare } from "./base/bare.js";
import { isOffline } from "./base/is-offline.js";
import type { ConnectEvent, ConnectEventType } from "./model/events.js";
import type { HumanConnectState } from "./model/state.js";
import { readStateOptions, type StateOptions } from "./model/state-options.js";
import type { WidgetOptions } from "./model/widget-options.js";
import { readDocument } from "./page/read-document.js";
import { createCore } from "./session/connect-core.js";
import { fetchWidget } from "./session/fetch-widget.js";
import { openSession } from "./session/open-session.js";
import type { HumanConnectOptions } from "./session/options.js";
import type { LabelOptions } from "./words/labels.js";

/** A connection to Connect, such as that of one button. Does nothing until it is used. */
export interface HumanConnect {
  /**
   * Returns the current state; the same object until something changes. Reads `user` and `initialConnections` again: when `user` has
   * changed, a running session ends (`closed-by-host`), and the state keeps no data of the previous user.
   */
  getState: () => HumanConnectState;
  /** Returns the current options that select the words, for components that render this connection. */
  getLabelOptions: () => LabelOptions;
  /**
   * Calls the listener after each change. When the last listener unsubscribes during loading, the session is discarded without an event.
   */
  subscribe: (listener: () => void) => () => void;
  /** Calls the listener with each event of a type. @returns Unsubscribes the listener. */
  on: <T extends ConnectEventType>(type: T, listener: (event: ConnectEvent<T>) => void) => () => void;
  /**
   * Preloads what `open()` needs; for hover, focus or touch. Never rejects: `open()` retries what failed. On a prerendered page it waits
   * until the user visits the page.
   */
  prepare: () => Promise<void>;
  /**
   * Opens the widget, or joins the session that is already running.
   *
   * @param overrides Widget options for this session only. If a session with other options is running, this call resolves to its own
   * `widget-busy` error, and that session continues.
   * @returns The state when the session is over. Never rejects: failures are states.
   */
  open: (overrides?: Partial<WidgetOptions>) => Promise<HumanConnectState>;
  /** Ends the session and emits `close` with reason `closed-by-host`. Does nothing if no session is running. */
  close: () => void;
}

/**
 * Creates a connection to the Connect widget. It fetches nothing, adds nothing to the page and registers no listener before `prepare()`
 * or `open()`. This file holds what a page needs before the user shows intent; `prepare()` or `open()` fetches the rest.
 *
 * @param options The options, or a getter that is called at each use, so that callbacks are always the latest.
 * @param stateOptions For a getter that is expensive: returns those of its options that a state depends on.
 * @throws {TypeError} Without `tokenUrl` and `getToken`, unless the options are a getter.
 * @example
 * const connect = createHumanConnect({ tokenUrl: "/api/human-connect/token" });
 * button.onclick = () => connect.open();
 */
export function createHumanConnect(
  options: HumanConnectOptions | (() => HumanConnectOptions),
  stateOptions?: () => StateOptions,
): HumanConnect {
  const isGetter = typeof options === "function";
  const read = isGetter ? options : (): HumanConnectOptions => options;
  const core = createCore(read, stateOptions ?? (() => readStateOptions(read() as StateOptions)));
  if (!isGetter && typeof core.read().getToken !== "function" && !core.read().tokenUrl)
    throw new TypeError("Set tokenUrl, or a getToken function");
  return {
    getState: core.getState,
    getLabelOptions() {
      const { labels, locale } = core.read();
      return { labels, locale };
    },
    subscribe: (listener) => core.store.listen(undefined, listener),
    on: core.store.listen,
    async prepare() {
      if (typeof document === "undefined") return;
      // The user may never visit a prerendered page.
      if (readDocument("prerendering" as never))
        await new Promise((resolve) =>
          readDocument("addEventListener")("prerenderingchange", resolve, bare({ once: true })),
        );
      if (!core.running && !isOffline())
        await fetchWidget()
          .then((widget) => widget.prepareSession(core))
          .catch(() => {});
    },
    open: (overrides) => openSession(core, overrides),
    close: () => core.end("closed-by-host"),
  };
}
