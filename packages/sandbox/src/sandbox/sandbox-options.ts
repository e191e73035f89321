import { type Clock, systemClock } from "../base/clock.js";
import { readHostname } from "../base/host-check.js";
import { isWithin } from "../base/is-within.js";
import { resolveNotifications, type NotificationOptions, type NotificationSettings } from "../notification/options.js";
import { defaultPageFolder } from "../pages/page-assets.js";
import { defaultExpiry, type Expiry } from "../world/tokens.js";

/** Options of `createSandbox`. */
export interface SandboxOptions {
  /** TCP port, 0 to 65535. Default 0, any free port. */
  port?: number | undefined;
  /** Host to listen on. Default "localhost", which is both loopback addresses and unreachable for other machines. */
  host?: string | undefined;
  /**
   * Host names, without a port, that the sandbox answers to besides those of this machine (`localhost`, `*.localhost`, loopback
   * addresses) and `host`, such as that of a container. Default none: any website can let its name resolve to this machine.
   */
  allowedHosts?: readonly string[] | undefined;
  /** Default "sandbox-client-id". */
  clientId?: string | undefined;
  /** Default "sandbox-client-secret". It protects nothing. */
  clientSecret?: string | undefined;
  /** Lifetimes of new tokens in seconds, 0 or more. Default 3600 for session tokens, 86400 for id and access tokens. */
  expiresInSeconds?: { [K in keyof Expiry]?: Expiry[K] | undefined } | undefined;
  /** A JSON file that keeps users and tokens from one run to the next. Default none: they are kept in memory only. */
  dataFile?: string | undefined;
  /** Name of the application that the Connect page shows. Default "Sandbox App". */
  application?: string | undefined;
  /**
   * How long the Connect page shows a step that takes no time itself, such as "Contacting Alder Clinic": 1 as a user can follow, 0 not
   * at all, for tests that wait for its end. Also scales the pauses of the autopilot. From 0 to 100. Default 1.
   */
  pace?: number | undefined;
  /** Whether the application may get client tokens of the admin API. Default true. */
  adminApi?: boolean | undefined;
  /** Notifies your endpoint when a user connects or disconnects a source. Default none. */
  notifications?: NotificationOptions | undefined;
  /** Allowed callbacks of the hosted page, each with any query; also addresses of apps. Default any page of this machine. */
  callbacks?: readonly string[] | undefined;
  /** Folder URL of the built Connect page, ending in a slash. Default that of this package. */
  pageFolder?: URL | undefined;
  /** The current time in milliseconds since 1970, for tests of expiry. Default `Date.now`. */
  now?: (() => number) | undefined;
  /** Waits in slow scenarios: resolves after that many milliseconds, or as soon as the signal aborts. Default a timer. */
  wait?: ((milliseconds: number, signal: AbortSignal) => Promise<void>) | undefined;
}

/** The options with every default applied. */
export interface SandboxSettings {
  port: number;
  host: string;
  allowedHosts: readonly string[];
  clientId: string;
  clientSecret: string;
  expiresInSeconds: Expiry;
  dataFile: string | undefined;
  application: string;
  pace: number;
  adminApi: boolean;
  notifications: NotificationSettings | undefined;
  callbacks: readonly string[] | undefined;
  pageFolder: URL;
  clock: Clock;
}

/**
 * Applies the defaults.
 *
 * @throws {TypeError} naming an invalid option.
 */
export function resolveOptions(options: SandboxOptions): SandboxSettings {
  const { clientSecret = "sandbox-client-secret" } = options;
  const settings: SandboxSettings = {
    port: options.port ?? 0,
    host: options.host ?? "localhost",
    allowedHosts: options.allowedHosts ?? [],
    clientId: options.clientId ?? "sandbox-client-id",
    clientSecret,
    expiresInSeconds: resolveExpiry(defaultExpiry, options.expiresInSeconds),
    dataFile: options.dataFile,
    application: options.application ?? "Sandbox App",
    pace: options.pace ?? 1,
    adminApi: options.adminApi ?? true,
    notifications: options.notifications && resolveNotifications(options.notifications, clientSecret),
    callbacks: options.callbacks,
    pageFolder: options.pageFolder ?? defaultPageFolder,
    clock: { now: options.now ?? systemClock.now, wait: options.wait ?? systemClock.wait },
  };
  if (settings.allowedHosts.some((name) => readHostname(name) === undefined))
    throw new TypeError("The option allowedHosts must be a list of names, without a scheme and a port.");
  const odd = settings.callbacks?.find((callback) => !URL.canParse(callback));
  if (odd !== undefined) throw new TypeError("The option callbacks must be a list of absolute URLs.");
  if (!isWithin(settings.port, 65_535)) throw new TypeError("The option port must be a whole number from 0 to 65535.");
  if (!(settings.pace >= 0 && settings.pace <= 100))
    throw new TypeError("The option pace must be a number from 0 to 100.");
  for (const name of ["host", "clientId", "clientSecret", "application"] as const) {
    if (typeof settings[name] !== "string" || settings[name] === "")
      throw new TypeError(`The option ${name} is empty.`);
  }
  return settings;
}

/**
 * Merges new lifetimes over the previous ones.
 *
 * @throws {TypeError} naming the token type with an invalid lifetime.
 */
export function resolveExpiry(previous: Readonly<Expiry>, changes: Partial<Expiry> = {}): Expiry {
  const expiry: Expiry = {
    session: changes.session ?? previous.session,
    id: changes.id ?? previous.id,
    access: changes.access ?? previous.access,
  };
  for (const [kind, seconds] of Object.entries(expiry)) {
    if (!isWithin(seconds))
      throw new TypeError(`The lifetime of ${kind} tokens must be a whole number of seconds, 0 or more.`);
  }
  return expiry;
}
