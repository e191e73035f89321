import type { Digest } from "../base/digest.js";
import { randomText } from "../base/random-text.js";
import type { State, TokenKind, TokenRecord, User } from "./state.js";

/** Lifetime of each type of token, in seconds. */
export type Expiry = Record<TokenKind, number>;

/** Lifetimes in seconds, as Human API documents them (docs/vendor.md#token-service). */
export const defaultExpiry: Expiry = { session: 3600, id: 86_400, access: 86_400 };

export interface MintedToken {
  token: string;
  expiresInSeconds: number;
}

export interface Tokens {
  mint(user: User, kind: TokenKind): MintedToken;
  /** Finds the record and the user of a token, expired or not. */
  find(token: string): { record: TokenRecord; user: User } | undefined;
  isExpired(record: TokenRecord): boolean;
}

/** A soak test mints for hours; above this number the oldest tokens are dropped. */
const maxTokens = 10_000;

export function createTokens(state: State, now: () => number, expiry: Readonly<Expiry>, toDigest: Digest): Tokens {
  return {
    mint(user, kind) {
      const token = randomText();
      const expiresInSeconds = expiry[kind];
      const launchNumber = kind === "access" ? 0 : ++user.launchTokenCount;
      const expiresAt = now() + expiresInSeconds * 1000;
      state.tokens.set(toDigest(token), { kind, humanId: user.humanId, launchNumber, expiresAt });
      dropOldest(state.tokens);
      state.save();
      return { token, expiresInSeconds };
    },
    find(token) {
      const record = state.tokens.get(toDigest(token));
      const user = record && state.users.get(record.humanId);
      return record && user && { record, user };
    },
    isExpired: (record) => now() >= record.expiresAt,
  };
}

function dropOldest(tokens: Map<string, TokenRecord>): void {
  for (const digest of tokens.keys()) {
    if (tokens.size <= maxTokens) return;
    tokens.delete(digest);
  }
}
