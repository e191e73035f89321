import type { Fetch } from "../service/call-service.js";
import type { GrantSettings } from "./grant.js";
import { isMissing } from "../base/credentials.js";
import { readNumber, readServiceUrl } from "../token/human-api-options.js";
import { createLog, type Log } from "../base/log.js";
import { createEncryption, noEncryption, type EncryptionKey, type Encryption } from "../store/encryption.js";
import { requireStore, type TokenStore } from "../store/token-store.js";

export interface HumanityOptions {
  /** Your application's id at Humanity. */
  clientId: string;
  clientSecret: string;
  /** The account that calls the API. Only an account of the server itself: never a user's, and never in a browser. */
  username: string;
  password: string;
  /** Sent with the password, if set. Documented as optional. */
  redirectUri?: string | undefined;
  /** Where requests carry the token. Both are documented; servers do not log headers. Default `"header"`. */
  tokenIn?: "header" | "query" | undefined;
  /** Default `https://www.humanity.com/oauth2/token.php`. */
  tokenUrl?: string | undefined;
  /** Default `https://www.humanity.com/api/v2`. */
  apiUrl?: string | undefined;
  /** Where tokens are stored; may be the store of `createHumanApi`. Default: the memory of this process. */
  store?: TokenStore | undefined;
  /** Encrypts stored values. The first key encrypts, all decrypt. Default none. */
  encryptionKeys?: readonly EncryptionKey[] | undefined;
  /** Longest wait for one token, including retries, in milliseconds. Default 10_000. */
  timeoutMs?: number | undefined;
  /** Number of retries after a network error, 429 or 5xx. Default 2. */
  retries?: number | undefined;
  /** A token is refreshed when less than this is left of its life, in milliseconds; at most half its life. Default 300_000. */
  renewBeforeMs?: number | undefined;
  /** Longest wait for the store, in milliseconds. Default 1000. */
  storeTimeoutMs?: number | undefined;
  /** Default: the global `fetch`. */
  fetch?: Fetch | undefined;
  /** Receives log records, without tokens and secrets. Default: warnings and errors go to the console. */
  onLog?: Log | undefined;
  /** Current time in milliseconds since 1970, for tests of expiry. Default `Date.now`. */
  now?: (() => number) | undefined;
  /** Random number from 0 to 1, for the pauses between attempts. Default `Math.random`. */
  random?: (() => number) | undefined;
}

/** The options with all defaults. */
export interface HumanitySettings extends GrantSettings {
  readonly username: string;
  readonly password: string;
  readonly redirectUri: string | undefined;
  readonly tokenIn: "header" | "query";
  readonly apiUrl: string;
  readonly store: TokenStore | undefined;
  readonly encryption: Encryption;
  /** Values that are required before the first call. */
  readonly credentials: Readonly<Record<string, unknown>>;
  readonly renewBeforeMs: number;
  readonly storeTimeoutMs: number;
}

/**
 * Checks credentials when they are needed: a build that loads the module has none.
 *
 * @throws {TypeError} if an option is missing; the message names each of them.
 */
export function requireHumanityCredentials({ credentials }: Pick<HumanitySettings, "credentials">): void {
  const missing = Object.keys(credentials).filter((name) => isMissing(credentials[name]));
  if (missing.length === 0) return;
  throw new TypeError(`createHumanityClient has no ${missing.join(" and no ")}. Are their environment variables set?`);
}

/**
 * Checks the options and applies the defaults.
 *
 * @throws {TypeError} if an option is invalid; the message names the option, never its value.
 */
export function resolveHumanityOptions(options: HumanityOptions): HumanitySettings {
  const { clientId, clientSecret, username, password, tokenIn = "header" } = options;
  const credentials = { clientId, clientSecret, username, password };
  for (const [name, value] of Object.entries(credentials)) {
    if (isMissing(value) || typeof value === "string") continue;
    throw new TypeError(`The option ${name} has to be a string.`);
  }
  const isKeyless = options.encryptionKeys?.some(({ key }) => isMissing(key)) ?? false;
  if (tokenIn !== "header" && tokenIn !== "query")
    throw new TypeError('The option tokenIn has to be "header" or "query".');
  requireStore(options.store);
  return {
    clientId,
    clientSecret,
    username,
    password,
    redirectUri: options.redirectUri,
    tokenIn,
    tokenUrl: readServiceUrl("tokenUrl", options.tokenUrl || "https://www.humanity.com/oauth2/token.php"),
    apiUrl: readServiceUrl("apiUrl", options.apiUrl || "https://www.humanity.com/api/v2"),
    store: options.store,
    encryption: options.encryptionKeys && !isKeyless ? createEncryption(options.encryptionKeys) : noEncryption,
    credentials: { ...credentials, ...(isKeyless && { encryptionKeys: undefined }) },
    timeoutMs: readNumber("timeoutMs", options.timeoutMs ?? 10_000, 1),
    retries: readNumber("retries", options.retries ?? 2, 0),
    renewBeforeMs: readNumber("renewBeforeMs", options.renewBeforeMs ?? 300_000, 0),
    storeTimeoutMs: readNumber("storeTimeoutMs", options.storeTimeoutMs ?? 1000, 1),
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    log: createLog(options.onLog),
    now: options.now ?? Date.now,
    random: options.random ?? Math.random,
  };
}
