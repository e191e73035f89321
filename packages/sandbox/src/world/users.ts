import type { Digest } from "../base/digest.js";
import type { State, User } from "./state.js";

/** The users of one client application. */
export interface Users {
  find(clientUserId: string): User | undefined;
  findByHumanId(humanId: string): User | undefined;
  /** Also restores a deleted user, as a new user with the same human id. */
  findOrCreate(clientUserId: string): User;
  /** Forgets the user's connections and ends the user's tokens. */
  remove(clientUserId: string): void;
  /** The public token that opens the legacy Connect for a user with a connected source; undefined for other users. */
  publicToken(user: User): string | undefined;
}

export function createUsers(state: State, clientId: string, digest: Digest): Users {
  // Computed instead of random, so that a sandbox without a data file gives the same user the same id.
  const toHumanId = (clientUserId: string): string => digest(JSON.stringify([clientId, clientUserId])).slice(0, 32);
  const find = (clientUserId: string): User | undefined => state.users.get(toHumanId(clientUserId));

  return {
    find,
    findByHumanId: (humanId) => state.users.get(humanId),
    findOrCreate(clientUserId) {
      const known = find(clientUserId);
      if (known && !known.isDeleted) return known;
      const user = newUser(toHumanId(clientUserId), clientId, clientUserId, known);
      state.users.set(user.humanId, user);
      state.save();
      return user;
    },
    remove(clientUserId) {
      const user = find(clientUserId);
      if (!user) return;
      Object.assign(user, newUser(user.humanId, clientId, clientUserId, user), { isDeleted: true });
      for (const [key, token] of state.tokens) if (token.humanId === user.humanId) state.tokens.delete(key);
      state.save();
    },
    publicToken: ({ humanId, hasEverConnected, connectCount }) =>
      hasEverConnected ? digest(JSON.stringify(["public", humanId, connectCount])).slice(0, 32) : undefined,
  };
}

/** @param known The same user before, whose tokens must not become valid again. */
function newUser(humanId: string, clientId: string, clientUserId: string, known?: User): User {
  return {
    humanId,
    clientId,
    clientUserId,
    connections: [],
    requestedProviders: [],
    hasEverConnected: false,
    isDeleted: false,
    launchTokenCount: known?.launchTokenCount ?? 0,
    connectCount: known?.connectCount ?? 0,
  };
}
