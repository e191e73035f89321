import { isMissing } from "../base/credentials.js";
import { createLog, type Log } from "../base/log.js";
import type { Fetch } from "../service/call-service.js";
import { createEncryption, noEncryption, type EncryptionKey, type Encryption } from "../store/encryption.js";
import { requireStore, type TokenStore } from "../store/token-store.js";

export interface HumanApiOptions {
  /** Your application's id in Human API's portal. If it is missing, the first call fails, not a build that loads the module. */
  clientId: string;
  /** Your application's secret. It is sent to the services of Human API only. */
  clientSecret: string;
  /** URL of the token service: https, or http on localhost. Default `https://auth.humanapi.co`. */
  authUrl?: string | undefined;
  /** URL of the service of the legacy `connect.js`. Default `https://user.humanapi.co`. */
  userUrl?: string | undefined;
  /** URL of the Data API. Default `https://api.humanapi.co`. */
  dataUrl?: string | undefined;
  /** Where tokens are stored: a `Keyv`, or any object with `get`, `set` and `delete`. Default: the memory of this process. */
  store?: TokenStore | undefined;
  /** Encrypts stored values. The first key encrypts, all decrypt. Default none. */
  encryptionKeys?: readonly EncryptionKey[] | undefined;
  /** Longest wait for one call, including retries, in milliseconds. Default 10_000. */
  timeoutMs?: number | undefined;
  /** Number of retries after a network error, 429 or 5xx. Default 2. */
  retries?: number | undefined;
  /** A token is renewed when less than this is left of its life, in milliseconds; at most half its life. Default 300_000. */
  renewBeforeMs?: number | undefined;
  /** A token that replaced a refused one is not replaced again for this long, in milliseconds. Default 5000. */
  renewalPauseMs?: number | undefined;
  /** Longest wait for the store, in milliseconds; then the call continues without it. Default 1000. */
  storeTimeoutMs?: number | undefined;
  /** Default: the global `fetch`. */
  fetch?: Fetch | undefined;
  /** Receives log records, without tokens, secrets and user ids. Default: warnings and errors go to the console. */
  onLog?: Log | undefined;
  /** Current time in milliseconds since 1970, for tests of expiry. Default `Date.now`. */
  now?: (() => number) | undefined;
  /** Random number from 0 to 1, for the pauses between attempts. Default `Math.random`. */
  random?: (() => number) | undefined;
}

/** The options with all defaults. */
export interface HumanApiSettings {
  /** Empty if it is missing. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Without a trailing slash. */
  readonly authUrl: string;
  readonly userUrl: string;
  readonly dataUrl: string;
  readonly store: TokenStore | undefined;
  readonly encryption: Encryption;
  /** Values that are required before the first call. */
  readonly credentials: Readonly<Record<string, unknown>>;
  readonly timeoutMs: number;
  readonly retries: number;
  readonly renewBeforeMs: number;
  readonly renewalPauseMs: number;
  readonly storeTimeoutMs: number;
  readonly fetch: Fetch;
  readonly log: Log;
  readonly now: () => number;
  readonly random: () => number;
}

/**
 * Checks the options and applies the defaults.
 *
 * @throws {TypeError} if an option is invalid; the message names the option, never its value.
 */
export function resolveOptions(options: HumanApiOptions): HumanApiSettings {
  const { clientId, clientSecret, store, encryptionKeys, timeoutMs = 10_000, storeTimeoutMs = 1000 } = options;
  const { retries = 2, renewBeforeMs = 300_000, renewalPauseMs = 5000 } = options;
  const isKeyless = encryptionKeys?.some(({ key }) => isMissing(key)) ?? false;
  requireStore(store);
  return {
    clientId: readCredential("clientId", clientId),
    clientSecret: readCredential("clientSecret", clientSecret),
    // An empty environment variable counts as not set.
    authUrl: readServiceUrl("authUrl", options.authUrl || "https://auth.humanapi.co"),
    userUrl: readServiceUrl("userUrl", options.userUrl || "https://user.humanapi.co"),
    dataUrl: readServiceUrl("dataUrl", options.dataUrl || "https://api.humanapi.co"),
    store,
    encryption: encryptionKeys && !isKeyless ? createEncryption(encryptionKeys) : noEncryption,
    credentials: { clientId, clientSecret, ...(isKeyless && { encryptionKeys: undefined }) },
    timeoutMs: readNumber("timeoutMs", timeoutMs, 1),
    retries: readNumber("retries", retries, 0),
    renewBeforeMs: readNumber("renewBeforeMs", renewBeforeMs, 0),
    renewalPauseMs: readNumber("renewalPauseMs", renewalPauseMs, 0),
    storeTimeoutMs: readNumber("storeTimeoutMs", storeTimeoutMs, 1),
    // Reads the global at each call, so that tools can replace it.
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    log: createLog(options.onLog),
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
  };
}

/**
 * Returns the base URL of a service without trailing slashes.
 *
 * @throws {TypeError} for a URL that would send the client secret unencrypted, or to an unintended address.
 */
export function readServiceUrl(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLocal = url?.protocol === "http:" && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  const isPlain = url && !url.username && !url.password && !url.search && !url.hash;
  if (isPlain && (url.protocol === "https:" || isLocal)) return url.href.replace(/\/+$/, "");
  throw new TypeError(
    `The option ${name} has to be an https URL, or http on localhost, without credentials and without a query.`,
  );
}

function readCredential(name: string, value: unknown): string {
  if (isMissing(value)) return "";
  if (typeof value === "string" && value.trim() === value) return value;
  throw new TypeError(`The option ${name} has to be a string without leading or trailing white space.`);
}

/** The longest delay of a timer; with a longer one, timers fire immediately. */
const mostMs = 2 ** 31 - 1;

export function readNumber(name: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least && value <= mostMs) return value;
  throw new TypeError(`The option ${name} has to be a whole number from ${least} to ${mostMs}.`);
}
