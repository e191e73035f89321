import { isMissing } from "../base/credentials.js";
import { createLog, type Log } from "../base/log.js";
import type { Fetch } from "../service/call-service.js";
import { createSeal, noSeal, type EncryptionKey, type Seal } from "../store/seal.js";
import { requireStore, type TokenStore } from "../store/token-store.js";

export interface HumanApiOptions {
  /** Your application's id in Human API's portal. What is missing fails with the first call, not while a build loads the module. */
  clientId: string;
  /** Its secret. It is sent to the services of Human API and to nobody else. */
  clientSecret: string;
  /** The token service. https, or http on this machine. Default `https://auth.humanapi.co`. */
  authUrl?: string;
  /** The service of the legacy `connect.js`. Default `https://user.humanapi.co`. */
  userUrl?: string;
  /** The Data API. Default `https://api.humanapi.co`. */
  dataUrl?: string;
  /** Where tokens are kept: a `Keyv`, or anything with `get`, `set` and `delete`. Default this process's memory. */
  store?: TokenStore;
  /** Encrypts what is kept. The first key encrypts, all decrypt. Default none. */
  encryptionKeys?: readonly EncryptionKey[];
  /** Longest wait for one call with all of its attempts, in milliseconds. Default 10_000. */
  timeoutMs?: number;
  /** How often a call is tried again after a network error, 429 or 5xx. Default 2. */
  retries?: number;
  /** A token with less life than this, in milliseconds, is not given out again. At most half its life. Default 300_000. */
  renewBeforeMs?: number;
  /** A token that was asked for in the place of another one is not replaced again for so long, in milliseconds. Default 5000. */
  renewalPauseMs?: number;
  /** Longest wait for the store, in milliseconds. After it the call goes on without. Default 1000. */
  storeTimeoutMs?: number;
  /** Default the global `fetch`. */
  fetch?: Fetch;
  /** Hears what happens, without tokens, secrets and user ids. Default: warnings and errors go to the console. */
  onLog?: Log;
  /** Milliseconds since 1970, for tests of expiry. Default `Date.now`. */
  now?: () => number;
  /** 0 to 1, for the pauses between attempts. Default `Math.random`. */
  random?: () => number;
}

/** The options with nothing left open. */
export interface HumanApiSettings {
  /** Empty when it is missing. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Without a slash at the end. */
  readonly authUrl: string;
  readonly userUrl: string;
  readonly dataUrl: string;
  readonly store: TokenStore | undefined;
  readonly seal: Seal;
  /** What has to be there before anything is done. */
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
 * Fills the defaults in.
 *
 * @throws {TypeError} naming the option that makes no sense, never its value.
 */
export function resolveOptions(options: HumanApiOptions): HumanApiSettings {
  const { clientId, clientSecret, store, encryptionKeys, timeoutMs = 10_000, storeTimeoutMs = 1000 } = options;
  const isKeyless = encryptionKeys?.some(({ key }) => isMissing(key)) ?? false;
  const { retries = 2, renewBeforeMs = 300_000, renewalPauseMs = 5000 } = options;
  requireNumber("timeoutMs", timeoutMs, 1);
  requireNumber("storeTimeoutMs", storeTimeoutMs, 1);
  requireNumber("renewBeforeMs", renewBeforeMs, 0);
  requireNumber("renewalPauseMs", renewalPauseMs, 0);
  requireNumber("retries", retries, 0);
  requireStore(store);
  return {
    clientId: readCredential("clientId", clientId),
    clientSecret: readCredential("clientSecret", clientSecret),
    // A variable that is set to nothing is one that is not set.
    authUrl: readServiceUrl("authUrl", options.authUrl || "https://auth.humanapi.co"),
    userUrl: readServiceUrl("userUrl", options.userUrl || "https://user.humanapi.co"),
    dataUrl: readServiceUrl("dataUrl", options.dataUrl || "https://api.humanapi.co"),
    store,
    seal: encryptionKeys && !isKeyless ? createSeal(encryptionKeys) : noSeal,
    credentials: { clientId, clientSecret, ...(isKeyless && { encryptionKeys: undefined }) },
    timeoutMs,
    retries,
    renewBeforeMs,
    renewalPauseMs,
    storeTimeoutMs,
    // Looked up at each call, so that tools that replace the global one are used.
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    log: createLog(options.onLog),
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
  };
}

/**
 * A service's base URL without the slash at its end. Others would send the client secret in the clear, or to somewhere that
 * nobody meant.
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
  throw new TypeError(`The option ${name} has to be a text, without spaces or line breaks around it.`);
}

/** The most that a timer takes; beyond it timers fire at once. */
const mostMs = 2 ** 31 - 1;

function requireNumber(name: string, value: unknown, least: number): void {
  if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= mostMs) return;
  throw new TypeError(`The option ${name} has to be a whole number from ${least} to ${mostMs}.`);
}
