import { ApiError } from "../host/api.js";
import type { Host } from "../host/host.js";
import { junkMessages } from "./junk.js";
import { buildMessage, isTokenStatus, type MessageKind } from "./messages.js";
import { initialState, type PageAction, type PageState, reduce } from "./state.js";

/** State in, messages out: the basis of every action of the page. */
export interface PageCore {
  getState: () => PageState;
  subscribe: (listener: () => void) => () => void;
  dispatch: (action: PageAction) => void;
  post: (kind: MessageKind) => void;
  /** Posts `close` and, if no host removes the page, shows the last screen. */
  close: () => void;
  /** Shows why the session cannot continue; tells the host if the token was refused. */
  fail: (error: unknown) => void;
}

// Browser drivers hang on a click that removes its own frame, so the click must be over first.
const LAST_MESSAGE_DELAY_MS = 50;

/** Creates the page's store, which also plays the scenarios that change messages. */
export function createPageCore(host: Host): PageCore {
  let state = initialState;
  let isClosing = false;
  const listeners = new Set<() => void>();
  const scenario = () => state.session?.scenario ?? null;

  const dispatch = (action: PageAction): void => {
    const previous = state;
    state = reduce(state, action);
    if (state === previous) return;
    for (const listener of listeners) listener();
    if (scenario() === "junk-messages") for (const junk of junkMessages) host.post(junk);
  };
  const post = (kind: MessageKind): void => {
    const { session, history, connections, requestedProviders } = state;
    host.post(buildMessage(kind, session ? { history, connections, requestedProviders } : undefined, scenario()));
  };
  const close = (): void => {
    if (isClosing) return;
    isClosing = true;
    const { screen } = state;
    const status = screen.name === "failed" && isTokenStatus(screen.code) ? screen.code : "SUCCESS";
    setTimeout(() => {
      isClosing = false;
      post({ name: "close", status });
      if (!host.isFramed) dispatch({ type: "screen-opened", screen: { name: "over" } });
    }, LAST_MESSAGE_DELAY_MS);
  };

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    post,
    close,
    fail(error) {
      const { code, message } = describeError(error);
      dispatch({ type: "failed", code, message });
      if (isTokenStatus(code)) post({ name: "close", status: code });
    },
  };
}

/** True when no further call can succeed, because the token itself was refused. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && isTokenStatus(error.code);
}

/** The code of an error, and a message for the user. */
export function describeError(error: unknown): { code: string; message: string } {
  if (error instanceof ApiError) return { code: error.code, message: error.message };
  return { code: "UNEXPECTED", message: "Something unexpected happened." };
}
