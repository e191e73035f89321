import type { Connection, RequestedProvider } from "../base/connect-api.js";

/** A user of one client application. */
export interface User {
  /** Human API's id: stable for the same client and client user id. */
  humanId: string;
  clientId: string;
  clientUserId: string;
  /** Oldest first. */
  connections: Connection[];
  /** Oldest first. */
  requestedProviders: RequestedProvider[];
  /** Access tokens require a source that was ever connected, even if it was disconnected later (docs/vendor.md#token-service). */
  hasEverConnected: boolean;
  isDeleted: boolean;
  /** How many session and id tokens were minted; the scenario `expired-once` expires the first one. */
  launchTokenCount: number;
  /** How many sources were ever connected: each changes the legacy public token (docs/vendor.md#legacy-service). */
  connectCount: number;
}

export type TokenKind = "session" | "id" | "access";

export interface TokenRecord {
  kind: TokenKind;
  humanId: string;
  /** 1 for the first launch token of its user; 0 for a token that launches nothing. */
  launchNumber: number;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** The whole state. */
export interface Snapshot {
  users: readonly User[];
  tokens: readonly (TokenRecord & { digest: string })[];
}

export interface State {
  /** By human id. */
  users: Map<string, User>;
  /** By the token's digest, oldest first; the tokens themselves are not kept. */
  tokens: Map<string, TokenRecord>;
  /** Saves the changes. They are in the store when this returns, so that no answered request is lost. */
  save(): void;
  clear(): void;
}

/** Storage for a state that outlives its sandbox. */
export interface Store {
  /** The last written state; undefined if there is none yet. */
  read(): Snapshot | undefined;
  write(snapshot: Snapshot): void;
}

/** Opens the state, from its store if there is one. Rethrows the store's errors. */
export function openState(store?: Store): State {
  const snapshot = store?.read() ?? { users: [], tokens: [] };
  const users = new Map(snapshot.users.map((user) => [user.humanId, user]));
  const tokens = new Map(snapshot.tokens.map(({ digest, ...record }) => [digest, record]));

  const save = (): void => {
    if (!store) return;
    const records = [...tokens].map(([digest, record]) => ({ digest, ...record }));
    store.write({ users: [...users.values()], tokens: records });
  };

  const clear = (): void => {
    users.clear();
    tokens.clear();
    save();
  };

  return { users, tokens, save, clear };
}
