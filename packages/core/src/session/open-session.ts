import { isOffline } from "../base/is-offline.js";
import { isPageTaken } from "../base/page-key.js";
import { callSafely } from "../base/store.js";
import { HumanConnectError, type HumanConnectErrorCode } from "../model/errors.js";
import type { HumanConnectState } from "../model/state.js";
import type { WidgetOptions } from "../model/widget-options.js";
import { readDocument } from "../page/read-document.js";
import { discardToken } from "../token/token-slot.js";
import { readFallback } from "../words/fallback.js";
import type { ConnectCore, Person } from "./connect-core.js";
import { fetchWidget, type Widget } from "./fetch-widget.js";
import type { SessionEnd } from "./running-session.js";

/** Opens the widget, or joins the session that is already running. Never rejects. */
export function openSession(
  core: ConnectCore,
  overrides: Partial<WidgetOptions> | undefined,
): Promise<HumanConnectState> {
  // Apply `user` and `initialConnections` before the session starts; a session of another user ends.
  core.getState();
  const { running } = core;
  if (running) {
    // The session is ending, so this click starts a new one.
    if (running.controller.signal.aborted) return running.over.then(() => openSession(core, overrides));
    if (!overrides) return running.over;
    return fetchWidget().then(
      async (widget) => (await widget.refuseOther(core, running.overrides, overrides)) ?? running.over,
      () => running.over,
    );
  }
  const controller = new AbortController();
  let settle: (over: Promise<HumanConnectState>) => void;
  // Set `running` first, because `run` calls listeners that may call `open()`.
  core.running = { controller, over: new Promise((resolve) => (settle = resolve)), overrides };
  const { over } = core.running;
  settle!(run(core, controller.signal, overrides));
  return over;
}

async function run(
  core: ConnectCore,
  signal: AbortSignal,
  overrides: Partial<WidgetOptions> | undefined,
): Promise<HumanConnectState> {
  // If a session starts at the end of another one, restore the focus first.
  callSafely(core.returnFocus);
  const person = core.sync();
  let widget: Widget;
  let ended: SessionEnd;
  try {
    const loaded = await load(core);
    widget = loaded.widget;
    ended = await widget.runSession(core, { signal, overrides, opener: loaded.opener, person });
  } catch (cause) {
    return fail(core, person, cause);
  }
  const { outcome, returnFocus } = ended;
  core.running = undefined;
  core.returnFocus = returnFocus;
  // A listener may start the next session.
  const state = widget.announceEnd(core, person, outcome);
  return returnFocus ? giveFocusBack(core, returnFocus, state) : state;
}

async function load(core: ConnectCore): Promise<{ widget: Widget; opener: Element | null }> {
  performance.clearMarks?.("human-connect:click");
  performance.mark?.("human-connect:click");
  const { store, tokens } = core;
  store.set({ status: "loading", currentConnections: store.get().currentConnections });
  const opener = findOpener();
  // Before the lazy part has loaded, because the token takes longest. The lazy part decides whether a cached token is still valid. A
  // session that will fail with `widget-busy` needs no token.
  if (!tokens.cached && !tokens.pending && !isPageTaken()) tokens.ask("open");
  return { widget: await fetchWidget(tokens.pending?.grant), opener };
}

function findOpener(): Element | null {
  let opener = readDocument("activeElement");
  while (opener?.shadowRoot?.activeElement) opener = opener.shadowRoot.activeElement;
  return opener;
}

async function giveFocusBack(
  core: ConnectCore,
  returnFocus: () => void,
  state: HumanConnectState,
): Promise<HumanConnectState> {
  const person = core.sync();
  // In the next task, when the faces have rendered the state: a screen reader reads the new name of the focused element.
  await new Promise((resolve) => setTimeout(resolve));
  callSafely(returnFocus);
  // The closure retains the whole session.
  if (core.returnFocus === returnFocus) core.returnFocus = undefined;
  // Another user may be signed in by now.
  return core.sync() === person ? state : core.store.get();
}

/** The lazy part could not be loaded, the options could not be read, or there is no page. */
function fail(core: ConnectCore, person: Person, cause: unknown): HumanConnectState {
  // The next click requests a new token.
  discardToken(core.tokens);
  core.running = undefined;
  const [code, message]: [HumanConnectErrorCode, string] =
    typeof document === "undefined"
      ? ["no-dom", "open() needs a browser: call it when the user clicks"]
      : [
          isOffline() ? "offline" : "client-failed",
          "Connect could not be opened. See the cause. Serve all files of the kit; under an Integrity-Policy, with hashes in the import map",
        ];
  let userMessage: string | undefined;
  callSafely(() => (userMessage = readFallback(core.read())));
  const error = new HumanConnectError(code, message, { cause, ...(userMessage && { userMessage }) });
  // The user who is signed in now did not start this session.
  if (core.sync() !== person) return core.store.get();
  const ended = { status: "error", error, currentConnections: core.store.get().currentConnections } as const;
  core.store.set(ended);
  core.emit({ type: "error", error }, person);
  return core.sync() === person ? ended : core.store.get();
}
