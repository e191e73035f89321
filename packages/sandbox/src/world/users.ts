import type { Digest } from "../base/digest.js";
import type { State, User } from "./state.js";

/** The people whom one client application knows. */
export interface Users {
  find(clientUserId: string): User | undefined;
  findByHumanId(humanId: string): User | undefined;
  /** Also brings a deleted person back, as somebody new with the same human id. */
  findOrCreate(clientUserId: string): User;
  /** Forgets what a person connected and ends their tokens. */
  remove(clientUserId: string): void;
  /** Opens the legacy Connect for somebody who has connected a source; undefined for anybody else. */
  publicToken(user: User): string | undefined;
}

export function createUsers(state: State, clientId: string, digest: Digest): Users {
  // Computed rather than drawn, so that a sandbox that remembers nothing still knows people by the same id.
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

/** @param known The same person before, whose tokens must not come again. */
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
