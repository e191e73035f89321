import { render } from "preact";
import { type Ask, type ConnectApi, createApi } from "./host/api.js";
import { App } from "./app.js";
import { startAutopilot } from "./state/autopilot.js";
import { createHost, type Host } from "./host/host.js";
import { type Launch, readLaunch } from "./host/launch.js";
import { createPage, type Page } from "./state/page.js";

/** How another page differs from the Connect page. */
export interface StartOptions {
  /** Default the window that frames this one. */
  host?: Host;
  /** Default the parameters that the vendor's client writes into the URL. */
  launch?: Launch;
  /** Changes the calls to the sandbox. */
  adapt?: (api: ConnectApi) => ConnectApi;
}

/** Renders the page and starts its session. */
export function start(ask: Ask, options: StartOptions = {}): Page {
  const { host = createHost(), launch = readLaunch(location.search), adapt = (api) => api } = options;
  const api = adapt(createApi(launch, ask));
  const page = createPage(api, host, launch.token !== null);
  const root = document.getElementById("root");

  if (root) render(<App page={page} api={api} launch={launch} />, root);
  startAutopilot(page, () => api.providers(""));
  void page.start();
  return page;
}
