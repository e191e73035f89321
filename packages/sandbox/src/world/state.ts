import type { Connection, RequestedProvider } from "../base/connect-api.js";

/** A person as one client application knows them. */
export interface User {
  /** Human API's id: stable for the same client and client user id. */
  humanId: string;
  clientId: string;
  clientUserId: string;
  /** Oldest first. */
  connections: Connection[];
  /** Oldest first. */
  requestedProviders: RequestedProvider[];
  /** Access tokens need a source that was ever connected, also when it was disconnected since (docs/vendor.md#token-service). */
  hasEverConnected: boolean;
  isDeleted: boolean;
  /** How many session and id tokens were minted, which is what makes a token the first one. */
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
  /** Keeps what was changed. It is in the store when this returns, so no answered request is ever lost. */
  save(): void;
  clear(): void;
}

/** Where a state outlives its sandbox. */
export interface Store {
  /** What was written last; undefined when nothing was yet. */
  read(): Snapshot | undefined;
  write(snapshot: Snapshot): void;
}

/** Opens the state, from its store if there is one, whose errors pass through. */
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
