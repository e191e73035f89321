import { type ConnectEntry, type ConnectKind, connectKinds, createConnectReader } from "./connect-reader.js";
import type { GuardedStore } from "../store/guarded-store.js";
import { type KeptToken, parseKept, writeKept } from "./kept-token.js";
import { noSeal, type Seal } from "../store/seal.js";
import type { ServiceClock } from "../service/service-clock.js";

/** Tokens, and what else is known about people, in the store. */
export interface TokenCache {
  /** @returns A token with some life left; undefined for everything else. */
  readToken(key: string): Promise<KeptToken | undefined>;
  /**
   * What opens Connect for whoever some entries belong to.
   *
   * @param owner What the keys of the entries begin with.
   * @returns Undefined for no token with some life left.
   */
  readConnect(owner: string): Promise<ConnectEntry | undefined>;
  /** The same at once, as far as that goes: nothing is encrypted, and the store is this process's own memory. */
  readConnectNow(owner: string): ConnectEntry | undefined;
  writeToken(key: string, kept: KeptToken): Promise<void>;
  /** What is left of a token's life, in milliseconds. */
  remainingMs(kept: KeptToken): number;
  /** Whether it was minted less than so many milliseconds ago. */
  isYoung(kept: KeptToken, ageMs: number): boolean;
  /** Text that is kept until it is removed. */
  readText(key: string): Promise<string | undefined>;
  writeText(key: string, text: string): Promise<void>;
  /** @throws {HumanApiError} `store-failed`. */
  remove(key: string): Promise<void>;
  /** The same for what harms nobody if it stays a while. */
  discard(key: string): Promise<void>;
}

export interface TokenCacheParts {
  readonly store: GuardedStore;
  readonly seal: Seal;
  readonly clock: ServiceClock;
  /** A token with less life than this is not given out again. */
  readonly renewBeforeMs: number;
}

export function createTokenCache({ store, seal, clock, renewBeforeMs }: TokenCacheParts): TokenCache {
  // However wrong a clock is, no token lives longer than it was said to.
  const remainingMs = ({ lifeMs, expiresAt }: KeptToken): number => Math.min(lifeMs, expiresAt - clock.now());
  const usableMs = (kept: KeptToken): number => remainingMs(kept) - Math.min(renewBeforeMs, kept.lifeMs / 2);

  const peek = seal === noSeal ? store.peek : undefined;
  const reader = createConnectReader();
  const toUsable = (kept: KeptToken | undefined): KeptToken | undefined =>
    kept && usableMs(kept) > 0 ? kept : undefined;

  async function readText(key: string): Promise<string | undefined> {
    const value = await store.get(key);
    return value === undefined ? undefined : seal.open(key, value);
  }

  async function open(owner: string, kind: ConnectKind, stored: string | undefined): Promise<ConnectEntry | undefined> {
    return stored === undefined
      ? undefined
      : reader.readOne(owner, kind, stored, await seal.open(owner + kind, stored));
  }

  const isUsable = (entry: ConnectEntry | undefined): boolean => toUsable(entry?.kept) !== undefined;

  function readConnectNow(owner: string): ConnectEntry | undefined {
    const packed = peek?.(owner);
    const entry = packed === undefined ? undefined : reader.readPacked(owner, packed);
    return isUsable(entry) ? entry : undefined;
  }

  async function readConnect(owner: string): Promise<ConnectEntry | undefined> {
    if (peek) return readConnectNow(owner);
    // Who gets an id token loses the session token, so one entry says it all.
    const last = reader.lastKind(owner);
    const kinds = last ? [last] : connectKinds;
    const stored = await store.getAll(kinds.map((kind) => owner + kind));
    const known = last && stored[0] !== undefined ? reader.known(owner, last, stored[0]) : undefined;
    const read = known ? [known] : await Promise.all(kinds.map((kind, at) => open(owner, kind, stored[at])));
    const [entry, ...others] = read.filter(isUsable);
    // Of two tokens only the note says which one counts.
    if (entry && others.length === 0) return entry;
    reader.drop(owner);
    return undefined;
  }

  const dropRead = (key: string): void => reader.drop(key.slice(0, key.lastIndexOf(":") + 1));

  return {
    remainingMs,
    isYoung({ lifeMs, expiresAt }, ageMs) {
      const passedMs = clock.now() - (expiresAt - lifeMs);
      // A clock that was put back must not make a token young for ever.
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
      if (ttlMs > 0) await store.set(key, await seal.close(key, writeKept(kept)), ttlMs);
    },
    async writeText(key, text) {
      await store.set(key, await seal.close(key, text));
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
