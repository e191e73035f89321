import { globalClient, type ConnectClient } from "@human-connect/core";

/** Clients that the attribute `client` names, but for `cdn`, which has attributes of its own. */
export const namedClients: Map<string, () => ConnectClient> = /* @__PURE__ */ new Map([["global", globalClient]]);
