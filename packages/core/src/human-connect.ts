import { bare } from "./base/bare.js";
import { isOffline } from "./base/is-offline.js";
import type { ConnectCore, EndReason, Person } from "./session/connect-core.js";
import { HumanConnectError, type HumanConnectErrorCode } from "./model/errors.js";
import { callbackName, type ConnectEvent, type ConnectEventType } from "./model/events.js";
import { readFallback, type LabelOptions } from "./words/labels.js";
import { fetchToken } from "./token/fetch-token.js";
import { fetchWidget } from "./session/fetch-session.js";
import type { HumanConnectOptions } from "./session/options.js";
import { isPageTaken } from "./base/page-key.js";
import { readDocument } from "./page/read-document.js";
import type { Source } from "./model/session.js";
import type { SessionEnd } from "./session/running-session.js";
import type { HumanConnectState } from "./model/state.js";
import { callSafely, createStore } from "./base/store.js";
import { clearDesk } from "./token/token-desk.js";
import type { WidgetOptions } from "./model/widget-options.js";

/** One button's worth of Connect. Costs nothing until it is used. */
export interface HumanConnect {
  /**
   * The state now; the same object until something changes. Reads `user` and `initialConnections` anew: when somebody else is
   * signed in, a running session ends (`closed-by-host`), and nothing of the person before is left in the state.
   */
  getState: () => HumanConnectState;
  /** What chooses the words, as it is in the options now: for whoever shows this connection. */
  getLabelOptions: () => LabelOptions;
  /** Calls the listener after each change. When the last listener leaves during loading, the session is dropped in silence. */
  subscribe: (listener: () => void) => () => void;
  /** Calls the listener with each event of a type. @returns Ends it. */
  on: <T extends ConnectEventType>(type: T, listener: (event: ConnectEvent<T>) => void) => () => void;
  /**
   * Fetches what `open()` needs; for hover, focus or touch. Never rejects: what fails here is tried again by `open()`. In a page that is
   * prerendered it waits until somebody visits the page.
   */
  prepare: () => Promise<void>;
  /**
   * Opens the widget, or joins the session that is already running.
   *
   * @param overrides Widget options for this session only. When one is running with others, this call resolves to an error
   * `widget-busy` of its own, and the session goes on.
   * @returns The state when the session is over. Never rejects: failures are states.
   */
  open: (overrides?: Partial<WidgetOptions>) => Promise<HumanConnectState>;
  /** Ends the session; `close` is delivered with reason `closed-by-host`. Does nothing when none is running. */
  close: () => void;
}

/**
 * Creates a connection to the Connect widget. Nothing is fetched, added to the page or listened to before `prepare()` or
 * `open()`. What a page needs before somebody shows intent is in this file; the rest is fetched by `prepare()` or `open()`.
 *
 * @param options The options, or a getter that is read at each use, so that callbacks are always the latest.
 * @throws {TypeError} Without `tokenUrl` and `getToken`, unless the options are a getter.
 * @example
 * const connect = createHumanConnect({ tokenUrl: "/api/human-connect/token" });
 * button.onclick = () => connect.open();
 */
export function createHumanConnect(options: HumanConnectOptions | (() => HumanConnectOptions)): HumanConnect {
  const read = (): HumanConnectOptions => bare(typeof options === "function" ? options() : options);
  if (typeof options !== "function" && typeof read().getToken !== "function" && !read().tokenUrl)
    throw new TypeError("Give tokenUrl, or a function getToken");
  let running:
    | { controller: AbortController; over: Promise<HumanConnectState>; overrides: Partial<WidgetOptions> | undefined }
    | undefined;
  let known: string | undefined;
  let returnFocus: (() => void) | undefined;
  /** Whose state, token and session this is. Another object for each sign-in, also of somebody who was here before. */
  let person: Person | undefined;

  const store = createStore<HumanConnectState>({ status: "idle", currentConnections: Object.freeze([]) }, () => {
    if (store.get().status === "loading") end("abandoned");
    else if (!running) clearDesk(core);
  });

  const end = (reason: EndReason): void => running?.controller.abort(reason);

  /** The options, or nothing when they cannot be read; whatever needs them next reports that. */
  function peek(): HumanConnectOptions | undefined {
    try {
      return read();
    } catch {
      return undefined;
    }
  }

  const core: ConnectCore = {
    asked: undefined,
    held: undefined,
    store,
    read,
    end,
    sync() {
      const options = peek();
      // A host may say "nobody" in several ways; the lazy part refuses what is no text.
      const id = (typeof options?.user === "string" && options.user) || undefined;
      if (!person || !options || person.id === id) return (person ??= { id });
      // Everything of theirs first: an abort may call listeners at once, and those look again.
      person = { id };
      known = JSON.stringify(options.initialConnections);
      store.amend({ status: "idle", currentConnections: freezeSources(options.initialConnections) });
      clearDesk(core);
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
      return (core.asked = bare({ reason, user, controller, grant }));
    },
    emit(event, whose) {
      const mayTell = (): boolean => core.sync() === whose;
      store.tell(event.type, event, mayTell);
      if (mayTell()) callSafely(() => read()[callbackName(event.type)]?.(event as never));
    },
  };

  async function attempt(signal: AbortSignal, overrides: Partial<WidgetOptions> | undefined): Promise<SessionEnd> {
    // A session that begins at the end of another finds the focus in its place.
    callSafely(() => returnFocus?.());
    const mine = core.sync();
    const { currentConnections } = store.get();
    try {
      performance.clearMarks?.("human-connect:click");
      performance.mark?.("human-connect:click");
      store.set({ status: "loading", currentConnections });
      let opener = readDocument("activeElement");
      while (opener?.shadowRoot?.activeElement) opener = opener.shadowRoot.activeElement;
      // Now, before our own lazy part is there: the token is the longest wait. One that is held is judged over there.
      // A session that will find the page taken needs none.
      if (!core.held && !core.asked && !isPageTaken()) core.ask("open");
      return await (await fetchWidget(core.asked?.grant)).runSession(core, { signal, overrides, opener, person: mine });
    } catch (cause) {
      // The next click asks for itself.
      clearDesk(core);
      const [code, message]: [HumanConnectErrorCode, string] =
        typeof document === "undefined"
          ? ["no-dom", "open() needs a browser: call it when somebody clicks"]
          : [
              isOffline() ? "offline" : "client-failed",
              "See the cause. Serve all files of the kit; under an Integrity-Policy, with hashes in the import map",
            ];
      let userMessage: string | undefined;
      callSafely(() => (userMessage = readFallback(read())));
      const error = new HumanConnectError(code, message, { cause, ...(userMessage && { userMessage }) });
      const announce = (): HumanConnectState => {
        // Whoever is here now has tried nothing.
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
    // By then the faces have drawn it: whoever hears where the focus is hears its new name.
    await new Promise((resolve) => setTimeout(resolve));
    callSafely(mine);
    // It holds the whole session.
    if (returnFocus === mine) returnFocus = undefined;
    // Somebody else may be signed in by now.
    return core.sync() === whose ? state : store.get();
  }

  const connect: HumanConnect = {
    getState() {
      core.sync();
      const initialConnections = running ? undefined : peek()?.initialConnections;
      const content = JSON.stringify(initialConnections);
      if (content && content !== known) {
        known = content;
        store.amend({ ...store.get(), currentConnections: freezeSources(initialConnections) });
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
      // A page that the browser renders ahead may never be visited.
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
      // Apply `user` and `initialConnections` before the session starts; a session of another person ends.
      connect.getState();
      if (running) {
        const { controller, over, overrides: first } = running;
        // It is on its way out, and this click is another one.
        if (controller.signal.aborted) return over.then(() => connect.open(overrides));
        if (!overrides) return over;
        return fetchWidget().then(
          async (widget) => (await widget.refuseOther(core, first, overrides)) ?? over,
          () => over,
        );
      }
      const controller = new AbortController();
      let settle: (over: Promise<HumanConnectState>) => void;
      // Joinable before it starts, because what starts it may be listening to it.
      running = { controller, over: new Promise((resolve) => (settle = resolve)), overrides };
      settle!(run(controller.signal, overrides));
      return running.over;
    },
    close: () => end("closed-by-host"),
  };
  return connect;
}

/** A list of our own. Templates write `null` for none. */
function freezeSources(sources: readonly Source[] | null | undefined): readonly Source[] {
  return Object.freeze((sources ?? []).map((source) => Object.freeze({ ...source })));
}
