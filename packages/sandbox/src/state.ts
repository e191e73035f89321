import type { Connection, RequestedProvider } from "./connect-api.js";
import { readDataFile, writeDataFile } from "./data-file.js";

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
  /** Access tokens need a source that was connected once, even when it is gone (VENDOR.md 4.1). */
  hasEverConnected: boolean;
  isDeleted: boolean;
  /** How many session and id tokens were minted, which is what makes a token the first one. */
  launchTokenCount: number;
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

/** What a data file holds. */
export interface Snapshot {
  users: readonly User[];
  tokens: readonly (TokenRecord & { digest: string })[];
}

export interface State {
  /** By human id. */
  users: Map<string, User>;
  /** By the token's digest, oldest first; the tokens themselves are not kept. */
  tokens: Map<string, TokenRecord>;
  /** Keeps what was changed. It is on disk when this returns, so no answered request is ever lost. */
  save(): void;
  clear(): void;
}

/**
 * Opens the state, from its file if there is one.
 *
 * @throws {SandboxError} `data-file-unusable`.
 */
export function openState(dataFile?: string): State {
  const snapshot: Snapshot = (dataFile !== undefined && readDataFile(dataFile)) || { users: [], tokens: [] };
  const users = new Map(snapshot.users.map((user) => [user.humanId, user]));
  const tokens = new Map(snapshot.tokens.map(({ digest, ...record }) => [digest, record]));

  const save = (): void => {
    if (dataFile === undefined) return;
    const records = [...tokens].map(([digest, record]) => ({ digest, ...record }));
    writeDataFile(dataFile, { users: [...users.values()], tokens: records });
  };

  const clear = (): void => {
    users.clear();
    tokens.clear();
    save();
  };

  return { users, tokens, save, clear };
}
