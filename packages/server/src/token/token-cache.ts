import { type ConnectReader, createConnectReader } from "./connect-reader.js";
import type { Encryption } from "../store/encryption.js";
import type { GuardedStore } from "../store/guarded-store.js";
import type { Owner } from "../store/owners.js";
import { type KeptToken, parseKept, writeKept } from "./kept-token.js";
import type { ServiceClock } from "../service/service-clock.js";

/** Tokens and metadata of owners, in the store. */
export interface TokenCache {
  /** @returns A token that does not need renewal; undefined otherwise. */
  readToken(owner: Owner, kind: string): Promise<KeptToken | undefined>;
  /** The token that opens Connect. */
  readonly connect: ConnectReader;
  writeToken(owner: Owner, kind: string, kept: KeptToken): Promise<void>;
  /** Remaining life of a token, in milliseconds. */
  remainingMs(kept: KeptToken): number;
  /** Whether the token was minted less than `ageMs` milliseconds ago. */
  isYoung(kept: KeptToken, ageMs: number): boolean;
  /** Reads a string that is stored until it is removed. */
  readText(owner: Owner, name: string): Promise<string | undefined>;
  writeText(owner: Owner, name: string, text: string): Promise<void>;
  /** @throws {HumanApiError} `store-failed`. */
  remove(owner: Owner, name: string): Promise<void>;
  /** The same for an entry that is harmless if it remains for a while. */
  discard(owner: Owner, name: string): Promise<void>;
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
  const isUsable = (kept: KeptToken): boolean => usableMs(kept) > 0;

  async function readText({ prefix }: Owner, name: string): Promise<string | undefined> {
    const value = await store.get(prefix + name);
    return value === undefined ? undefined : encryption.decrypt(prefix + name, value);
  }

  async function writeText({ prefix }: Owner, name: string, text: string, ttlMs?: number): Promise<void> {
    await store.set(prefix + name, await encryption.encrypt(prefix + name, text), ttlMs);
  }

  const connect = createConnectReader(store, encryption, isUsable);

  return {
    connect,
    remainingMs,
    isYoung({ lifeMs, expiresAt }, ageMs) {
      const passedMs = clock.now() - (expiresAt - lifeMs);
      // A clock that was set back must not keep a token young forever.
      return passedMs >= 0 && passedMs < ageMs;
    },
    readText,
    async readToken(owner, kind) {
      const kept = parseKept(await readText(owner, kind));
      return kept && isUsable(kept) ? kept : undefined;
    },
    async writeToken(owner, kind, kept) {
      const ttlMs = Math.floor(usableMs(kept));
      if (ttlMs > 0) await writeText(owner, kind, writeKept(kept), ttlMs);
    },
    writeText,
    async remove(owner, name) {
      connect.drop(owner);
      await store.delete(owner.prefix + name);
    },
    async discard(owner, name) {
      connect.drop(owner);
      await store.discard(owner.prefix + name);
    },
  };
}
