import { Hono } from "hono";
import { systemClock } from "../base/clock.js";
import type { Provider } from "../base/connect-api.js";
import { createConnectPage } from "../pages/connect-page.js";
import type { Digest } from "../base/digest.js";
import { createPageApi } from "../pages/page-api.js";
import { createPeople, type People } from "../world/people.js";
import { providers } from "../world/providers.js";
import { randomText } from "../base/random-text.js";
import { createContext } from "../world/sandbox-context.js";
import { sandboxKey } from "../pages/sandbox-key.js";
import { openState } from "../world/state.js";
import { defaultExpiry } from "../world/tokens.js";

/** A stand-in for Human API inside a page: no server, and its state is lost when the page unloads. */
export interface BrowserSandbox extends People {
  /** Every provider, most popular first. */
  readonly providers: readonly Pick<Provider, "id" | "name">[];
  /** Answers like the sandbox's server, by the path of the URL. */
  fetch(request: Request): Promise<Response>;
}

export interface BrowserSandboxOptions {
  /** Name of the application that the Connect page shows. Default "Sandbox App". */
  application?: string | undefined;
  /** As in `createSandbox`. Default 1. */
  pace?: number | undefined;
}

/**
 * Runs a sandbox in this window, for a static site such as a Storybook or a playground. The static Connect page, which is the folder
 * `dist/page` of this package on the same origin, finds the sandbox in the window that frames the page.
 *
 * @example
 * const sandbox = createBrowserSandbox();
 * const options = { baseUrl: new URL("sandbox/index.html", location.href).href, getToken: () => sandbox.mintToken("jane") };
 */
export function createBrowserSandbox({
  application = "Sandbox App",
  pace = 1,
}: BrowserSandboxOptions = {}): BrowserSandbox {
  const context = createContext(
    {
      clientId: "sandbox-client-id",
      clientSecret: "sandbox-client-secret",
      application,
      pace,
      clock: systemClock,
      digest: createDigest(),
      expiry: defaultExpiry,
    },
    openState(),
  );
  const app = new Hono();
  app.route("/", createPageApi(context));
  // The calling page is the built page itself, so it exists.
  app.route(
    "/",
    createConnectPage(context, () => Promise.resolve()),
  );
  const fetch = async (request: Request): Promise<Response> => app.fetch(request);
  const sandbox: BrowserSandbox = { ...createPeople(context), providers, fetch };
  window[sandboxKey] = sandbox;
  return sandbox;
}

/** Random, not computed: the same letters for the same text while this page is loaded. */
function createDigest(): Digest {
  const known = new Map<string, string>();
  return (text) => {
    const letters = known.get(text) ?? randomText();
    known.set(text, letters);
    return letters;
  };
}
