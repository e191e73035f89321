import type { LegacySession } from "../../src/legacy/session.js";
import type { ConnectApi } from "./api.js";
import type { LegacyLaunch } from "./legacy-launch.js";

/** The same calls, with the token of a session that starts before the first call. */
export function openFirst(api: ConnectApi, launch: LegacyLaunch, session: Promise<LegacySession>): ConnectApi {
  return {
    ...api,
    async session() {
      launch.token = (await session).sessionToken;
      return api.session();
    },
  };
}
