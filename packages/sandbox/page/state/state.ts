import type { Connection, PageSession, Provider, RequestedProvider } from "../../src/base/connect-api.js";
import type { History } from "./messages.js";

/** The user's current screen. */
export type Screen =
  | { name: "loading" }
  | { name: "failed"; code: string; message: string }
  | { name: "search" }
  | { name: "sign-in"; provider: Provider }
  | { name: "consent"; provider: Provider }
  | { name: "progress"; providers: readonly Provider[]; step: ProgressStep; error: string | null }
  | { name: "success"; names: readonly string[] }
  | { name: "request"; physician: string }
  | { name: "requested"; physician: string }
  | { name: "over" };

/** What the progress screen is waiting for, in this order. */
export type ProgressStep = "contact" | "confirm" | "report";

export interface PageState {
  screen: Screen;
  /** Null until the server has identified the user. */
  session: PageSession | null;
  connections: readonly Connection[];
  requestedProviders: readonly RequestedProvider[];
  history: History;
  /** Providers ticked in select mode, in the order of ticking. */
  chosen: readonly Provider[];
  /** True while a form contains text that leaving would discard. */
  isDirty: boolean;
  /** A change without a change of screen, for the live region. */
  notice: string;
}

export type PageAction =
  | { type: "session-loaded"; session: PageSession }
  | { type: "failed"; code: string; message: string }
  | { type: "screen-opened"; screen: Screen }
  | { type: "choice-toggled"; provider: Provider }
  | { type: "connecting"; providers: readonly Provider[] }
  | { type: "step-reached"; step: ProgressStep }
  | { type: "connecting-failed"; message: string }
  | { type: "connected"; connection: Connection }
  | { type: "disconnected"; connection: Connection }
  | { type: "requested"; provider: RequestedProvider }
  | { type: "form-edited"; isDirty: boolean };

export const initialState: PageState = {
  screen: { name: "loading" },
  session: null,
  connections: [],
  requestedProviders: [],
  history: { connected: [], disconnected: [], requested: [] },
  chosen: [],
  isDirty: false,
  notice: "",
};

/** The page's next state; pure. */
export function reduce(state: PageState, action: PageAction): PageState {
  switch (action.type) {
    case "session-loaded":
      return { ...open(state, { name: "search" }), ...adopt(action.session) };
    case "failed":
      return open(state, { name: "failed", code: action.code, message: action.message });
    case "screen-opened":
      return open(state, action.screen);
    case "choice-toggled":
      return { ...state, chosen: toggle(state.chosen, action.provider) };
    case "connecting":
      return open(state, { name: "progress", providers: action.providers, step: "contact", error: null });
    case "step-reached":
      return inProgress(state, { step: action.step });
    case "connecting-failed":
      return inProgress(state, { error: action.message });
    case "connected":
      return connect(state, action.connection);
    case "disconnected":
      return disconnect(state, action.connection);
    case "requested":
      return request(state, action.provider);
    case "form-edited":
      return state.isDirty === action.isDirty ? state : { ...state, isDirty: action.isDirty };
    default:
      return action satisfies never;
  }
}

/** The screen that the Back button opens; null if there is none. */
export function screenBehind(screen: Screen): Screen | null {
  if (screen.name === "consent") return { name: "sign-in", provider: screen.provider };
  const isAside = screen.name === "sign-in" || screen.name === "request" || screen.name === "requested";
  return isAside ? { name: "search" } : null;
}

/** Typed text and notices belong to the screen that the user leaves. */
function open(state: PageState, screen: Screen): PageState {
  return { ...state, screen, isDirty: false, notice: "" };
}

function adopt(session: PageSession): Partial<PageState> {
  return { session, connections: session.connections, requestedProviders: session.requestedProviders };
}

function inProgress(state: PageState, change: { step: ProgressStep } | { error: string }): PageState {
  return state.screen.name === "progress" ? { ...state, screen: { ...state.screen, ...change } } : state;
}

function connect(state: PageState, connection: Connection): PageState {
  return {
    ...state,
    connections: withNewest(state.connections, connection),
    chosen: without(state.chosen, connection.id),
    history: { ...state.history, connected: withNewest(state.history.connected, connection) },
  };
}

function disconnect(state: PageState, connection: Connection): PageState {
  return {
    ...state,
    connections: without(state.connections, connection.id),
    history: { ...state.history, disconnected: withNewest(state.history.disconnected, connection) },
    notice: `${connection.name} is disconnected.`,
  };
}

function request(state: PageState, provider: RequestedProvider): PageState {
  return {
    ...open(state, { name: "requested", physician: provider.physician }),
    requestedProviders: [...state.requestedProviders, provider],
    history: { ...state.history, requested: [...state.history.requested, provider] },
  };
}

function toggle(chosen: readonly Provider[], provider: Provider): readonly Provider[] {
  const rest = without(chosen, provider.id);
  return rest.length === chosen.length ? [...chosen, provider] : rest;
}

function withNewest<T extends { id: string }>(list: readonly T[], item: T): readonly T[] {
  return [...without(list, item.id), item];
}

function without<T extends { id: string }>(list: readonly T[], id: string): readonly T[] {
  return list.filter((item) => item.id !== id);
}
