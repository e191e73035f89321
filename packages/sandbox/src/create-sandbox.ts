import { getRequestListener } from "@hono/node-server";
import { createApp } from "./create-app.js";
import { listen } from "./listen.js";
import { providers } from "./providers.js";
import { createRequestLog, type LoggedRequest } from "./request-log.js";
import type { SandboxContext } from "./sandbox-context.js";
import { resolveExpiry, resolveOptions, type SandboxOptions, type SandboxSettings } from "./sandbox-options.js";
import { createSources } from "./sources.js";
import { openState, type State, type User } from "./state.js";
import { createTokens, type Expiry } from "./tokens.js";
import { createUsers } from "./users.js";

/** A running stand-in for Human API. */
export interface Sandbox {
  /** Origin of everything below, without a slash at the end. */
  readonly url: string;
  /** Base of the token service: `POST {authUrl}/v1/connect/token`. */
  readonly authUrl: string;
  /** Base of the Connect page, for the vendor client's `baseURL`. */
  readonly connectUrl: string;
  /** Base of the vendor's script: `{cdnUrl}/humanapi-connect-client@latest.js`. */
  readonly cdnUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What arrived, oldest first; the latest 1000. Each read is a copy. */
  readonly requests: readonly LoggedRequest[];
  clearRequests(): void;
  /**
   * Mints a token that launches Connect: a session token, or an id token for somebody with a connected source.
   *
   * @param clientUserId Default "sandbox-user".
   */
  mintToken(clientUserId?: string): string;
  /**
   * Tells which type of launch token somebody can have at the moment; the token service refuses the other one.
   *
   * @param clientUserId Default "sandbox-user".
   */
  launchTokenType(clientUserId?: string): "session" | "id";
  /**
   * Connects a source as if the person had done so on the page.
   *
   * @param providerId Default the first provider of the list.
   * @throws {TypeError} when there is no such provider.
   */
  connectSource(clientUserId: string, providerId?: string): void;
  /** Deletes a user: their tokens end, and access tokens are refused until they have connected a source again. */
  deleteUser(clientUserId: string): void;
  /**
   * Changes the life of tokens that are minted from now on, in seconds.
   *
   * @throws {TypeError} for anything but whole seconds, 0 or more.
   */
  setExpiry(expiresInSeconds: Partial<Expiry>): void;
  /** Forgets users, tokens, requests and changed lives; the data file is emptied too. */
  reset(): void;
  /** Stops at once, open connections included. */
  close(): Promise<void>;
}

const defaultUser = "sandbox-user";

/**
 * Starts a sandbox on this machine.
 *
 * @throws {TypeError} naming an option that makes no sense.
 * @throws {SandboxError} `port-taken`, `address-unusable`, `data-file-unusable`.
 * @example
 * const sandbox = await createSandbox();
 * const token = sandbox.mintToken("jane");
 * await sandbox.close();
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = resolveOptions(options);
  const state = openState(settings.dataFile);
  const expiry = { ...settings.expiresInSeconds };
  const context = createContext(settings, state, expiry);
  const { users } = context;
  const log = createRequestLog();

  const app = createApp(context, log, settings.pageFolder);
  const { port, close } = await listen(getRequestListener(app.fetch, { overrideGlobalObjects: false }), settings);
  const url = `http://${toUrlHost(settings.host)}:${port}`;

  return {
    url,
    authUrl: url,
    connectUrl: url,
    cdnUrl: url,
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    get requests() {
      return log.list();
    },
    clearRequests: () => log.clear(),
    mintToken: (clientUserId = defaultUser) => mintLaunchToken(context, clientUserId),
    launchTokenType: (clientUserId = defaultUser) => readLaunchType(users.find(clientUserId)),
    connectSource: (clientUserId, providerId) => connectSource(context, clientUserId, providerId),
    deleteUser: (clientUserId) => users.remove(clientUserId),
    setExpiry(changes) {
      Object.assign(expiry, resolveExpiry(expiry, changes));
    },
    reset() {
      state.clear();
      log.clear();
      Object.assign(expiry, settings.expiresInSeconds);
    },
    close,
  };
}

function createContext(settings: SandboxSettings, state: State, expiry: Readonly<Expiry>): SandboxContext {
  const { clientId, clientSecret, application, clock } = settings;
  const users = createUsers(state, clientId);
  const tokens = createTokens(state, clock.now, expiry);
  const sources = createSources(state, clock.now);
  return { clientId, clientSecret, application, clock, users, tokens, sources };
}

function mintLaunchToken({ users, tokens }: SandboxContext, clientUserId: string): string {
  const user = users.findOrCreate(clientUserId);
  return tokens.mint(user, readLaunchType(user)).token;
}

const readLaunchType = (user: User | undefined): "session" | "id" =>
  user && user.connections.length > 0 ? "id" : "session";

function connectSource({ users, sources }: SandboxContext, clientUserId: string, providerId?: string): void {
  const provider = providerId === undefined ? providers[0] : providers.find((known) => known.id === providerId);
  if (!provider) throw new TypeError("The sandbox has no provider with this id.");
  sources.connect(users.findOrCreate(clientUserId), provider);
}

function toUrlHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
