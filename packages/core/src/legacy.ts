import { bare } from "./base/bare.js";
import type { ConnectClient } from "./client/client.js";
import type { LegacyClientOptions } from "./legacy/contract.js";

export type { LegacyClientOptions, LegacyOutcome, LegacySessionToken } from "./legacy/contract.js";

/**
 * The Connect popup used before 2018, `connect.js`: `getToken` returns `{ publicToken }` for a user who has connected a source (edit
 * mode) and `{ publicToken: "" }` for any other user (create mode). One client belongs to one user.
 *
 * @throws {TypeError} Naming the invalid option.
 * @throws {HumanConnectError} from the session: those of `cdnClient`, and `token-failed` or `token-timeout` of `finalize`.
 * @see docs/vendor.md#legacy-messages, #legacy-service
 * @example
 * createHumanConnect({
 *   client: legacyClient({ clientId, clientUserId, finalize: (token, { signal }) => post("/api/finalize", token, signal) }),
 *   getToken: () => post("/api/public-token"),
 * });
 */
export function legacyClient(given: LegacyClientOptions): ConnectClient {
  const options = bare(given);
  for (const name of ["clientId", "clientUserId"] as const) {
    const value: unknown = options[name];
    if (typeof value !== "string" || !value.trim() || /\p{Surrogate}/u.test(value))
      throw new TypeError(`legacyClient: ${name} must be a non-empty string`);
  }
  if (typeof options.finalize !== "function") throw new TypeError("legacyClient: finalize must be a function");
  const { url = "https://connect.humanapi.co/connect.js" } = options;
  let dialect: ReturnType<NonNullable<ConnectClient["dialect"]>> | undefined;
  return bare<ConnectClient>({
    load: async (signal) => (await import("./legacy/script.js")).loadLegacyScript(url, options, signal),
    dialect() {
      dialect ??= import("./legacy/dialect.js").then((module) => module.createLegacyDialect(options));
      // Retry a failed import at the next call.
      dialect.catch(() => (dialect = undefined));
      return dialect;
    },
  });
}
