import type { ClientUser } from "../token/client-user.js";
import type { CallOptions, ConnectToken } from "../token/tokens.js";

type ConnectTokenMethod = (user: ClientUser, options?: CallOptions) => Promise<ConnectToken>;

const kept = new WeakMap<ConnectTokenMethod, (user: ClientUser) => ConnectToken | undefined>();

/**
 * Lets the token endpoint read a token in this process's memory synchronously: waiting for a promise costs more than the lookup.
 *
 * @param take Returns undefined if `method` has to be called.
 */
export function nameKept(method: ConnectTokenMethod, take: (user: ClientUser) => ConnectToken | undefined): void {
  kept.set(method, take);
}

/** @returns Undefined for a `method` that this package did not create, or that was wrapped: call it instead. */
export const takeKeptNow = (method: ConnectTokenMethod, user: ClientUser): ConnectToken | undefined =>
  kept.get(method)?.(user);
