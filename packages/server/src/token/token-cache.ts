import { type ConnectEntry, type ConnectKind, connectKinds, createConnectReader } from "./connect-reader.js";
import type { GuardedStore } from "../store/guarded-store.js";
import { type KeptToken, parseKept, writeKept } from "./kept-token.js";
import { noEncryption, type Encryption } from "../store/encryption.js";
import type { ServiceClock } from "../service/service-clock.js";

/** Tokens and other data about users, in the store. */
export interface TokenCache {
  /** @returns A token that does not need renewal; undefined otherwise. */
  readToken(key: string): Promise<KeptToken | undefined>;
  /**
   * Reads the token that opens Connect for a user.
   *
   * @param owner The prefix of the keys of the user's entries.
   * @returns Undefined without a token, or if it needs renewal.
   */
  readConnect(owner: string): Promise<ConnectEntry | undefined>;
  /** The same, synchronously. Requires that the store is the memory of this process, without encryption; undefined otherwise. */
  readConnectNow(owner: string): ConnectEntry | undefined;
  writeToken(key: string, kept: KeptToken): Promise<void>;
  /** Remaining life of a token, in milliseconds. */
  remainingMs(kept: KeptToken): number;
  /** Whether the token was minted less than `ageMs` milliseconds ago. */
  isYoung(kept: KeptToken, ageMs: number): boolean;
  /** Reads a string that is stored until it is removed. */
  readText(key: string): Promise<string | undefined>;
  writeText(key: string, text: string): Promise<void>;
  /** @throws {HumanApiError} `store-failed`. */
  remove(key: string): Promise<void>;
  /** The same for an entry that is harmless if it remains for a while. */
  discard(key: string): Promise<void>;
}

export interface TokenCacheParts {
  readonly store: GuardedStore;
  readonly encryption: Encryption;
  readonly clock: ServiceClock;
  /** A token is renewed when less than this is left of its life, in milliseconds. */
  readonly renewBeforeMs: number;
}

export function createTokenCache({ store, encryption, clock, renewBeforeMs }: TokenCacheParts): TokenCache {
  // Even with a wrong clock, no token lives longer than its stated life.
  const remainingMs = ({ lifeMs, expiresAt }: KeptToken): number => Math.min(lifeMs, expiresAt - clock.now());
  const usableMs = (kept: KeptToken): number => remainingMs(kept) - Math.min(renewBeforeMs, kept.lifeMs / 2);

  const peek = encryption === noEncryption ? store.peek : undefined;
  const reader = createConnectReader();
  const toUsable = (kept: KeptToken | undefined): KeptToken | undefined =>
    kept && usableMs(kept) > 0 ? kept : undefined;

  async function readText(key: string): Promise<string | undefined> {
    const value = await store.get(key);
    return value === undefined ? undefined : encryption.decrypt(key, value);
  }

  async function open(owner: string, kind: ConnectKind, stored: string | undefined): Promise<ConnectEntry | undefined> {
    return stored === undefined
      ? undefined
      : reader.readOne(owner, kind, stored, await encryption.decrypt(owner + kind, stored));
  }

  const isUsable = (entry: ConnectEntry | undefined): boolean => toUsable(entry?.kept) !== undefined;

  function readConnectNow(owner: string): ConnectEntry | undefined {
    const packed = peek?.(owner);
    const entry = packed === undefined ? undefined : reader.readPacked(owner, packed);
    return isUsable(entry) ? entry : undefined;
  }

  async function readConnect(owner: string): Promise<ConnectEntry | undefined> {
    if (peek) return readConnectNow(owner);
    // When an id token is stored, the session token is removed, so the last type is enough.
    const last = reader.lastKind(owner);
    const kinds = last ? [last] : connectKinds;
    const stored = await store.getAll(kinds.map((kind) => owner + kind));
    const known = last && stored[0] !== undefined ? reader.known(owner, last, stored[0]) : undefined;
    const read = known ? [known] : await Promise.all(kinds.map((kind, at) => open(owner, kind, stored[at])));
    const [entry, ...others] = read.filter(isUsable);
    // With two tokens, only `connect-kind` tells which one is valid.
    if (entry && others.length === 0) return entry;
    reader.drop(owner);
    return undefined;
  }

  const dropRead = (key: string): void => reader.drop(key.slice(0, key.lastIndexOf(":") + 1));

  return {
    remainingMs,
    isYoung({ lifeMs, expiresAt }, ageMs) {
      const passedMs = clock.now() - (expiresAt - lifeMs);
      // A clock that was set back must not keep a token young forever.
      return passedMs >= 0 && passedMs < ageMs;
    },
    readText,
    async readToken(key) {
      return toUsable(parseKept(await readText(key)));
    },
    readConnect,
    readConnectNow,
    async writeToken(key, kept) {
      const ttlMs = Math.floor(usableMs(kept));
      if (ttlMs > 0) await store.set(key, await encryption.encrypt(key, writeKept(kept)), ttlMs);
    },
    async writeText(key, text) {
      await store.set(key, await encryption.encrypt(key, text));
    },
    async remove(key) {
      dropRead(key);
      await store.delete(key);
    },
    async discard(key) {
      dropRead(key);
      await store.discard(key);
    },
  };
}
