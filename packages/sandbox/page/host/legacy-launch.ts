import { type Launch, readLaunch } from "./launch.js";

/** Parameters that the legacy script writes into the URL (docs/vendor.md#options). The token comes from the session. */
export interface LegacyLaunch extends Launch {
  clientId: string | null;
  clientUserId: string | null;
  /** Null in create mode. */
  publicToken: string | null;
}

/** Reads the page's query. */
export function readLegacyLaunch(search: string): LegacyLaunch {
  const query = new URLSearchParams(search);
  return {
    ...readLaunch(""),
    // Not null: the legacy page always has a signed-in user.
    token: "",
    clientId: query.get("clientId"),
    clientUserId: query.get("clientUserId"),
    publicToken: query.get("publicToken") || null,
  };
}
