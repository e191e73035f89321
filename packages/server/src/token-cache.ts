import type { GuardedStore } from "./guarded-store.js";
import { readTokenText } from "./read-token.js";
import type { Seal } from "./seal.js";
import type { ServiceClock } from "./service-clock.js";

/** A token as it is kept. */
export interface KeptToken {
  readonly token: string;
  /** The whole life of the token, in milliseconds. */
  readonly lifeMs: number;
  /** Its end by the service's clock, in milliseconds since 1970. */
  readonly expiresAt: number;
  readonly humanId?: string | undefined;
  /** Whether it was asked for in the place of another one. */
  readonly isRenewal?: boolean | undefined;
}

/** Tokens, and what else is known about people, in the store. */
export interface TokenCache {
  /** @returns A token with some life left; undefined for everything else. */
  readToken(key: string): Promise<KeptToken | undefined>;
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

  async function readText(key: string): Promise<string | undefined> {
    const value = await store.get(key);
    return typeof value === "string" ? seal.open(key, value) : undefined;
  }

  return {
    remainingMs,
    isYoung({ lifeMs, expiresAt }, ageMs) {
      const passedMs = clock.now() - (expiresAt - lifeMs);
      // A clock that was put back must not make a token young for ever.
      return passedMs >= 0 && passedMs < ageMs;
    },
    readText,
    async readToken(key) {
      const kept = parseKept(await readText(key));
      return kept && usableMs(kept) > 0 ? kept : undefined;
    },
    async writeToken(key, kept) {
      const ttlMs = Math.floor(usableMs(kept));
      if (ttlMs > 0) await store.set(key, await seal.close(key, JSON.stringify(kept)), ttlMs);
    },
    async writeText(key, text) {
      await store.set(key, await seal.close(key, text));
    },
    remove: (key) => store.delete(key),
  };
}

/** What an older version, another program or a broken disk has left is no token. */
function parseKept(text: string | undefined): KeptToken | undefined {
  try {
    const kept = JSON.parse(text ?? "") as KeptToken;
    const isSound =
      readTokenText(kept.token) !== undefined && Number.isFinite(kept.lifeMs) && Number.isFinite(kept.expiresAt);
    return isSound ? kept : undefined;
  } catch {
    return undefined;
  }
}
