import type { Connection, Provider, RequestedProvider } from "../../src/base/connect-api.js";
import type { ConnectApi } from "../host/api.js";
import { connectAll } from "./connecting.js";
import type { Host } from "../host/host.js";
import { createPageCore, describeError, isRefusal } from "./page-core.js";
import type { PageState, Screen } from "./state.js";

/** Everything that a user, or the autopilot, can see and do. */
export interface Page {
  getState: () => PageState;
  subscribe: (listener: () => void) => () => void;
  start: () => Promise<void>;
  show: (screen: Screen) => void;
  toggle: (provider: Provider) => void;
  connect: (providers: readonly Provider[]) => Promise<void>;
  /** @returns The error message for the user; null on success. */
  disconnect: (connection: Connection) => Promise<string | null>;
  /** @returns The error message for the user; null on success. */
  request: (provider: RequestedProvider) => Promise<string | null>;
  formEdited: (isDirty: boolean) => void;
  close: () => void;
  fail: (error: unknown) => void;
}

/** Creates the page's logic, without any markup. */
export function createPage(api: ConnectApi, host: Host, isSignedIn: boolean): Page {
  const core = createPageCore(host);
  const { getState, subscribe, dispatch, post, close, fail } = core;

  const attempt = async (work: () => Promise<void>): Promise<string | null> => {
    try {
      await work();
      return null;
    } catch (error) {
      if (isRefusal(error)) fail(error);
      return describeError(error).message;
    }
  };

  return {
    getState,
    subscribe,
    close,
    fail,
    async start() {
      dispatch({ type: "screen-opened", screen: { name: "loading" } });
      try {
        dispatch({ type: "session-loaded", session: await api.session() });
      } catch (error) {
        fail(error);
      }
    },
    show: (screen) => dispatch({ type: "screen-opened", screen }),
    toggle: (provider) => dispatch({ type: "choice-toggled", provider }),
    connect: (providers) => connectAll(core, api, providers, isSignedIn),
    disconnect: (connection) =>
      attempt(async () => {
        await api.disconnect(connection.id);
        dispatch({ type: "disconnected", connection });
        post({ name: "disconnect-source" });
      }),
    request: (provider) =>
      attempt(async () => {
        await api.request(provider);
        dispatch({ type: "requested", provider });
      }),
    formEdited: (isDirty) => dispatch({ type: "form-edited", isDirty }),
  };
}
