import type { ClientUser } from "../token/client-user.js";
import type { CallOptions, ConnectToken } from "../token/tokens.js";

type ConnectTokenMethod = (user: ClientUser, options?: CallOptions) => Promise<ConnectToken>;

const kept = new WeakMap<ConnectTokenMethod, (user: ClientUser) => ConnectToken | undefined>();

/**
 * Lets our endpoint have what is kept in this process's memory at once: to wait for a promise of it costs more than to find it.
 *
 * @param take Gives nothing where `method` has to be asked.
 */
export function nameKept(method: ConnectTokenMethod, take: (user: ClientUser) => ConnectToken | undefined): void {
  kept.set(method, take);
}

/** @param method One that is not ours, or that somebody has wrapped, is always asked. */
export const takeKeptNow = (method: ConnectTokenMethod, user: ClientUser): ConnectToken | undefined =>
  kept.get(method)?.(user);
