import type { ClientUser } from "../token/client-user.js";
import type { CallOptions, ConnectToken } from "../token/tokens.js";

type ConnectMethod = (user: ClientUser, options?: CallOptions) => Promise<ConnectToken>;

/** Returns no promise if the token is available synchronously. */
type DirectConnect = (user: ClientUser, options: CallOptions) => ConnectToken | Promise<ConnectToken>;

const direct = new WeakMap<ConnectMethod, DirectConnect>();

/** Lets the token endpoint get a token in this process's memory synchronously: waiting for a promise costs more than the lookup. */
export function setDirectConnect(method: ConnectMethod, connect: DirectConnect): void {
  direct.set(method, connect);
}

/** @returns Undefined for a `method` that this package did not create, or that was wrapped. */
export const findDirectConnect = (method: ConnectMethod): DirectConnect | undefined => direct.get(method);
