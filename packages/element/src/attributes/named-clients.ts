import { globalClient, type ConnectClient } from "@human-connect/core";
import { directClient } from "@human-connect/core/direct";

/** Clients that the attribute `client` can name, except `cdn`, which has its own attributes. */
export const namedClients: Map<string, () => ConnectClient> = /* @__PURE__ */ new Map([
  ["global", globalClient],
  ["direct", directClient],
]);
