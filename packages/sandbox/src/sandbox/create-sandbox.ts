import { getRequestListener } from "@hono/node-server";
import { createApp } from "./create-app.js";
import { openDataFile } from "../world/data-file.js";
import { createHostCheck } from "../base/host-check.js";
import { createHumanityTokens } from "../humanity/tokens.js";
import { listen } from "../base/listen.js";
import { createNotifications, type Notifying } from "../notification/hub.js";
import { createPeople, type People } from "../world/people.js";
import { createRequestLog, type LoggedRequest } from "../base/request-log.js";
import { createContext } from "../world/sandbox-context.js";
import { resolveExpiry, resolveOptions, type SandboxOptions } from "./sandbox-options.js";
import { sha256 } from "../base/sha256.js";
import { openState } from "../world/state.js";
import type { Expiry } from "../world/tokens.js";

/** A running stand-in for Human API. */
export interface Sandbox extends People, Notifying {
  /** Origin of all URLs below, without a trailing slash. */
  readonly url: string;
  /** Base of the token service: `POST {authUrl}/v1/connect/token`. */
  readonly authUrl: string;
  /** Base of the Connect page, for the vendor client's `baseURL`. */
  readonly connectUrl: string;
  /** Base of the vendor's script: `{cdnUrl}/humanapi-connect-client@latest.js`. */
  readonly cdnUrl: string;
  /** Base of the Data API: `GET {dataUrl}/v1/human/…`. */
  readonly dataUrl: string;
  /** Humanity's API with one account; its client id and secret are those of the sandbox. */
  readonly humanity: SandboxHumanity;
  /** The Connect page as a top-level page: `GET {hostedUrl}?clientId&token&callback`. */
  readonly hostedUrl: string;
  /** Base of the legacy Connect: its script is `{legacyUrl}/connect.js`, its page `{legacyUrl}`. */
  readonly legacyUrl: string;
  /** Base of the legacy user service: `POST {userUrl}/v1/connect/tokens`. */
  readonly userUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The received requests, oldest first; the latest 1000. Each read is a copy. */
  readonly requests: readonly LoggedRequest[];
  clearRequests(): void;
  /**
   * Changes the lifetime of tokens that are minted from now on, in seconds.
   *
   * @throws {TypeError} for anything but whole seconds, 0 or more.
   */
  setExpiry(expiresInSeconds: Partial<Expiry>): void;
  /** Forgets users, tokens, requests, deliveries and changed lifetimes; also empties the data file. */
  reset(): void;
  /** Stops at once and drops open connections. */
  close(): Promise<void>;
}

export interface SandboxHumanity {
  readonly tokenUrl: string;
  /** Base of the API: `GET {apiUrl}/me`. */
  readonly apiUrl: string;
  readonly username: string;
  readonly password: string;
  /** Revokes all of the account's access tokens, refresh tokens, or both. */
  revoke(kind?: "access" | "refresh"): void;
}

const humanityAccount = { username: "sandbox-username", password: "sandbox-password" };

/**
 * Starts a sandbox on this machine.
 *
 * @throws {TypeError} naming an invalid option.
 * @throws {SandboxError} `port-taken`, `address-unusable`, `data-file-unusable`.
 * @example
 * const sandbox = await createSandbox();
 * const token = sandbox.mintToken("jane");
 * await sandbox.close();
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const settings = resolveOptions(options);
  const state = openState(openDataFile(settings.dataFile));
  const expiry = { ...settings.expiresInSeconds };
  const basis = createContext({ ...settings, digest: sha256, expiry }, state);
  const notifications = createNotifications(settings.notifications, basis);
  const context = { ...basis, sources: notifications.watch(basis.sources) };
  const log = createRequestLog();
  const humanityTokens = createHumanityTokens(settings.clock);

  const isAllowedHost = createHostCheck(settings.host, settings.allowedHosts);
  const humanity = { tokens: humanityTokens, account: humanityAccount };
  const app = createApp(context, log, { ...settings, isAllowedHost, humanity });
  const { port, close } = await listen(getRequestListener(app.fetch, { overrideGlobalObjects: false }), settings);
  const url = `http://${toUrlHost(settings.host)}:${port}`;

  return {
    url,
    authUrl: url,
    connectUrl: url,
    cdnUrl: url,
    hostedUrl: `${url}/connect`,
    legacyUrl: `${url}/legacy`,
    userUrl: url,
    dataUrl: url,
    humanity: {
      tokenUrl: `${url}/oauth2/token.php`,
      apiUrl: `${url}/api/v2`,
      ...humanityAccount,
      revoke: (kind) => humanityTokens.revoke(kind),
    },
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    get requests() {
      return log.list();
    },
    clearRequests: () => log.clear(),
    ...createPeople(context),
    get deliveries() {
      return notifications.deliveries;
    },
    sendNotification: notifications.sendNotification,
    setExpiry(changes) {
      Object.assign(expiry, resolveExpiry(expiry, changes));
    },
    reset() {
      state.clear();
      log.clear();
      notifications.clear();
      humanityTokens.revoke();
      Object.assign(expiry, settings.expiresInSeconds);
    },
    async close() {
      notifications.stop();
      await close();
    },
  };
}

function toUrlHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
