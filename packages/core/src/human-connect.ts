import { bare } from "./base/bare.js";
import { isOffline } from "./base/is-offline.js";
import type { ConnectCore, EndReason, Person } from "./session/connect-core.js";
import { HumanConnectError, type HumanConnectErrorCode } from "./model/errors.js";
import { callbackName, type ConnectEvent, type ConnectEventType } from "./model/events.js";
import { readFallback, type LabelOptions } from "./words/labels.js";
import { fetchToken } from "./token/fetch-token.js";
import { fetchWidget } from "./session/fetch-widget.js";
import type { HumanConnectOptions } from "./session/options.js";
import { isPageTaken } from "./base/page-key.js";
import { readDocument } from "./page/read-document.js";
import type { Source } from "./model/session.js";
import type { SessionEnd } from "./session/running-session.js";
import type { HumanConnectState } from "./model/state.js";
import { callSafely, createStore } from "./base/store.js";
import { discardToken } from "./token/token-slot.js";
import type { WidgetOptions } from "./model/widget-options.js";

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
 * @throws {TypeError} Without `tokenUrl` and `getToken`, unless the options are a getter.
 * @example
 * const connect = createHumanConnect({ tokenUrl: "/api/human-connect/token" });
 * button.onclick = () => connect.open();
 */
export function createHumanConnect(options: HumanConnectOptions | (() => HumanConnectOptions)): HumanConnect {
  const read = (): HumanConnectOptions => bare(typeof options === "function" ? options() : options);
  if (typeof options !== "function" && typeof read().getToken !== "function" && !read().tokenUrl)
    throw new TypeError("Set tokenUrl, or a getToken function");
  let running:
    | { controller: AbortController; over: Promise<HumanConnectState>; overrides: Partial<WidgetOptions> | undefined }
    | undefined;
  let known: string | undefined;
  let returnFocus: (() => void) | undefined;
  /** The user that the state, token and session belong to. A new object for each sign-in, also of a user who signs in again. */
  let person: Person | undefined;

  const store = createStore<HumanConnectState>({ status: "idle", currentConnections: Object.freeze([]) }, () => {
    if (store.get().status === "loading") end("abandoned");
    else if (!running) discardToken(core);
  });

  const end = (reason: EndReason): void => running?.controller.abort(reason);

  /** The options, or `undefined` if the getter throws; the next code that needs the options reports the error. */
  function peek(): HumanConnectOptions | undefined {
    try {
      return read();
    } catch {
      return undefined;
    }
  }

  const core: ConnectCore = {
    pending: undefined,
    cached: undefined,
    store,
    read,
    end,
    sync() {
      const options = peek();
      // A host may mark an anonymous user in several ways; the lazy part rejects a `user` that is not a string.
      const id = (typeof options?.user === "string" && options.user) || undefined;
      if (!person || !options || person.id === id) return (person ??= { id });
      // Replace the previous user's data first: an abort may call listeners synchronously, and they read the state.
      person = { id };
      known = JSON.stringify(options.initialConnections);
      store.replace({ status: "idle", currentConnections: freezeSources(options.initialConnections) });
      discardToken(core);
      end("closed-by-host");
      return person;
    },
    ask(reason) {
      const controller = new AbortController();
      const { signal } = controller;
      const user = core.sync().id;
      const grant = (async () => {
        const { getToken, tokenUrl } = read();
        return getToken ? getToken({ signal, reason }) : fetchToken(tokenUrl, { signal, reason });
      })();
      grant.catch(() => {});
      return (core.pending = bare({ reason, user, controller, grant }));
    },
    emit(event, whose) {
      const mayTell = (): boolean => core.sync() === whose;
      store.emit(event.type, event, mayTell);
      if (mayTell()) callSafely(() => read()[callbackName(event.type)]?.(event as never));
    },
  };

  async function attempt(signal: AbortSignal, overrides: Partial<WidgetOptions> | undefined): Promise<SessionEnd> {
    // If a session starts at the end of another one, restore the focus first.
    callSafely(() => returnFocus?.());
    const mine = core.sync();
    const { currentConnections } = store.get();
    try {
      performance.clearMarks?.("human-connect:click");
      performance.mark?.("human-connect:click");
      store.set({ status: "loading", currentConnections });
      let opener = readDocument("activeElement");
      while (opener?.shadowRoot?.activeElement) opener = opener.shadowRoot.activeElement;
      // Before the lazy part has loaded, because the token takes longest. The lazy part decides whether a cached token is still valid. A
      // session that will fail with `widget-busy` needs no token.
      if (!core.cached && !core.pending && !isPageTaken()) core.ask("open");
      return await (
        await fetchWidget(core.pending?.grant)
      ).runSession(core, { signal, overrides, opener, person: mine });
    } catch (cause) {
      // The next click requests a new token.
      discardToken(core);
      const [code, message]: [HumanConnectErrorCode, string] =
        typeof document === "undefined"
          ? ["no-dom", "open() needs a browser: call it when the user clicks"]
          : [
              isOffline() ? "offline" : "client-failed",
              "Connect could not be opened. See the cause. Serve all files of the kit; under an Integrity-Policy, with hashes in the import map",
            ];
      let userMessage: string | undefined;
      callSafely(() => (userMessage = readFallback(read())));
      const error = new HumanConnectError(code, message, { cause, ...(userMessage && { userMessage }) });
      const announce = (): HumanConnectState => {
        // The user who is signed in now did not start this session.
        if (core.sync() !== mine) return store.get();
        const ended = { status: "error", error, currentConnections } as const;
        store.set(ended);
        core.emit({ type: "error", error }, mine);
        return core.sync() === mine ? ended : store.get();
      };
      return { announce };
    }
  }

  async function run(signal: AbortSignal, overrides: Partial<WidgetOptions> | undefined): Promise<HumanConnectState> {
    const over = await attempt(signal, overrides);
    running = undefined;
    const mine = (returnFocus = over.returnFocus);
    // A listener may start the next session.
    const state = over.announce();
    if (!mine) return state;
    const whose = core.sync();
    // In the next task, when the faces have rendered the state: a screen reader reads the new name of the focused element.
    await new Promise((resolve) => setTimeout(resolve));
    callSafely(mine);
    // The closure retains the whole session.
    if (returnFocus === mine) returnFocus = undefined;
    // Another user may be signed in by now.
    return core.sync() === whose ? state : store.get();
  }

  const connect: HumanConnect = {
    getState() {
      core.sync();
      const initialConnections = running ? undefined : peek()?.initialConnections;
      const content = JSON.stringify(initialConnections);
      if (content && content !== known) {
        known = content;
        store.replace({ ...store.get(), currentConnections: freezeSources(initialConnections) });
      }
      return store.get();
    },
    getLabelOptions() {
      const { labels, locale } = read();
      return { labels, locale };
    },
    subscribe: (listener) => store.listen(undefined, listener),
    on: store.listen,
    async prepare() {
      if (typeof document === "undefined") return;
      // The user may never visit a prerendered page.
      if (readDocument("prerendering" as never))
        await new Promise((resolve) =>
          readDocument("addEventListener")("prerenderingchange", resolve, bare({ once: true })),
        );
      if (!running && !isOffline())
        await fetchWidget().then(
          (widget) => widget.prepareWidget(core),
          () => {},
        );
    },
    open(overrides) {
      // Apply `user` and `initialConnections` before the session starts; a session of another user ends.
      connect.getState();
      if (running) {
        const { controller, over, overrides: first } = running;
        // The session is ending, so this click starts a new one.
        if (controller.signal.aborted) return over.then(() => connect.open(overrides));
        if (!overrides) return over;
        return fetchWidget().then(
          async (widget) => (await widget.refuseOther(core, first, overrides)) ?? over,
          () => over,
        );
      }
      const controller = new AbortController();
      let settle: (over: Promise<HumanConnectState>) => void;
      // Set `running` first, because `run` calls listeners that may call `open()`.
      running = { controller, over: new Promise((resolve) => (settle = resolve)), overrides };
      settle!(run(controller.signal, overrides));
      return running.over;
    },
    close: () => end("closed-by-host"),
  };
  return connect;
}

/** A frozen copy. Templates pass `null` for no list. */
function freezeSources(sources: readonly Source[] | null | undefined): readonly Source[] {
  return Object.freeze((sources ?? []).map((source) => Object.freeze({ ...source })));
}
