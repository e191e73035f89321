import { createHash } from "node:crypto";
import type { State, User } from "./state.js";

/** The people whom one client application knows. */
export interface Users {
  find(clientUserId: string): User | undefined;
  /** Also brings a deleted person back, as somebody new with the same human id. */
  findOrCreate(clientUserId: string): User;
  /** Forgets what a person connected and ends their tokens. */
  remove(clientUserId: string): void;
}

export function createUsers(state: State, clientId: string): Users {
  const find = (clientUserId: string): User | undefined => state.users.get(toHumanId(clientId, clientUserId));

  return {
    find,
    findOrCreate(clientUserId) {
      const known = find(clientUserId);
      if (known && !known.isDeleted) return known;
      const user = newUser(clientId, clientUserId, known?.launchTokenCount ?? 0);
      state.users.set(user.humanId, user);
      state.save();
      return user;
    },
    remove(clientUserId) {
      const user = find(clientUserId);
      if (!user) return;
      Object.assign(user, newUser(clientId, clientUserId, user.launchTokenCount), { isDeleted: true });
      for (const [digest, token] of state.tokens) if (token.humanId === user.humanId) state.tokens.delete(digest);
      state.save();
    },
  };
}

function newUser(clientId: string, clientUserId: string, launchTokenCount: number): User {
  return {
    humanId: toHumanId(clientId, clientUserId),
    clientId,
    clientUserId,
    connections: [],
    requestedProviders: [],
    hasEverConnected: false,
    isDeleted: false,
    launchTokenCount,
  };
}

/** Computed rather than drawn, so that a sandbox that remembers nothing still knows people by the same id. */
function toHumanId(clientId: string, clientUserId: string): string {
  return createHash("sha256")
    .update(JSON.stringify([clientId, clientUserId]))
    .digest("hex")
    .slice(0, 32);
}
