import { type Clock, systemClock } from "../base/clock.js";
import { readHostname } from "../base/host-check.js";
import { isWithin } from "../base/is-within.js";
import { resolveNotifications, type NotificationOptions, type NotificationSettings } from "../notification/options.js";
import { defaultPageFolder } from "../pages/page-assets.js";
import { defaultExpiry, type Expiry } from "../world/tokens.js";

/** How a sandbox is to be. */
export interface SandboxOptions {
  /** TCP port, 0 to 65535. Default 0, any free one. */
  port?: number;
  /** Where to listen. Default "localhost", which is both loopback addresses and nothing that another machine reaches. */
  host?: string;
  /**
   * Names in URLs by which the sandbox may be called beside those of this machine (`localhost`, `*.localhost`, loopback addresses)
   * and `host`, such as that of a container. Without a port. Default none: any website can have its name point here.
   */
  allowedHosts?: readonly string[];
  /** Default "sandbox-client-id". */
  clientId?: string;
  /** Default "sandbox-client-secret". It guards nothing. */
  clientSecret?: string;
  /** Lives of new tokens in seconds, 0 or more. Default 3600 for session tokens, 86400 for id and access tokens. */
  expiresInSeconds?: Partial<Expiry>;
  /** A JSON file that keeps users and tokens from one run to the next. Default none: everything is forgotten at the end. */
  dataFile?: string;
  /** Name of the application that the Connect page shows. Default "Sandbox App". */
  application?: string;
  /**
   * How long the Connect page shows a step that needs no time itself, such as "Contacting Alder Clinic": 1 as people can follow, 0 not
   * at all, for tests that wait for its end. The autopilot pauses in the same measure. Default 1.
   */
  pace?: number;
  /** Whether the application may have client tokens of the admin API. Default true. */
  adminApi?: boolean;
  /** Tells an endpoint of yours whenever somebody connects or disconnects a source. Default nobody is told. */
  notifications?: NotificationOptions;
  /** Where the hosted page may lead back to, with any query; also addresses of apps. Default any page of this machine. */
  callbacks?: readonly string[];
  /** Folder of the built Connect page, ending in a slash. Default the one of this package. */
  pageFolder?: URL;
  /** Milliseconds since 1970, for tests of expiry. Default `Date.now`. */
  now?: () => number;
  /** How slow scenarios pass their time: resolves after that long, or as soon as the signal aborts. Default a timer. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The options with nothing left open. */
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
 * Fills the defaults in.
 *
 * @throws {TypeError} naming an option that makes no sense.
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
    throw new TypeError("The option allowedHosts has to be a list of names, without a scheme and a port.");
  const odd = settings.callbacks?.find((callback) => !URL.canParse(callback));
  if (odd !== undefined) throw new TypeError("The option callbacks has to be a list of absolute URLs.");
  if (!isWithin(settings.port, 65_535))
    throw new TypeError("The option port has to be a whole number from 0 to 65535.");
  if (!(settings.pace >= 0 && settings.pace <= 100))
    throw new TypeError("The option pace has to be a number from 0 to 100.");
  for (const name of ["host", "clientId", "clientSecret", "application"] as const) {
    if (typeof settings[name] !== "string" || settings[name] === "")
      throw new TypeError(`The option ${name} is empty.`);
  }
  return settings;
}

/**
 * Lays new lives over the ones that were there.
 *
 * @throws {TypeError} naming the token type whose life makes no sense.
 */
export function resolveExpiry(previous: Readonly<Expiry>, changes: Partial<Expiry> = {}): Expiry {
  const expiry: Expiry = {
    session: changes.session ?? previous.session,
    id: changes.id ?? previous.id,
    access: changes.access ?? previous.access,
  };
  for (const [kind, seconds] of Object.entries(expiry)) {
    if (!isWithin(seconds))
      throw new TypeError(`The life of ${kind} tokens has to be a whole number of seconds, 0 or more.`);
  }
  return expiry;
}
