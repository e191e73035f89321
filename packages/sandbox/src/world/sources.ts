import type { Connection, Provider, RequestedProvider } from "../base/connect-api.js";
import type { State, User } from "./state.js";

/** The only place that connects, disconnects and requests sources, for every caller. */
export interface Sources {
  /** Connecting again changes nothing and returns the existing connection. */
  connect(user: User, provider: Provider): Connection;
  /** Disconnecting a source that is not connected changes nothing. */
  disconnect(user: User, providerId: string): void;
  /** Requesting the same provider again changes nothing. */
  request(user: User, requested: RequestedProvider): void;
}

export function createSources(state: State, now: () => number): Sources {
  return {
    connect(user, provider) {
      const existing = user.connections.find((connection) => connection.id === provider.id);
      if (existing) return existing;
      const connection = toConnection(provider, now());
      user.connections.push(connection);
      user.hasEverConnected = true;
      user.connectCount += 1;
      state.save();
      return connection;
    },
    disconnect(user, providerId) {
      const remaining = user.connections.filter((connection) => connection.id !== providerId);
      if (remaining.length === user.connections.length) return;
      user.connections = remaining;
      state.save();
    },
    request(user, requested) {
      const text = JSON.stringify(requested);
      if (user.requestedProviders.some((known) => JSON.stringify(known) === text)) return;
      user.requestedProviders.push(requested);
      state.save();
    },
  };
}

export function toConnection(provider: Pick<Provider, "id" | "name" | "kind">, instant: number): Connection {
  const { id, name, kind } = provider;
  return { id, name, kind, connectedAt: new Date(instant).toISOString() };
}
