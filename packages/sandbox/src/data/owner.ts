import { HttpFailure } from "../base/http-failure.js";
import { providers } from "../world/providers.js";
import type { RecordOwner } from "./records.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import { readUserScenario } from "../world/scenarios.js";
import { toConnection } from "../world/sources.js";

/** The vendor's token for demonstration data (docs/vendor.md#data-api). */
const demoToken = "demo";

const demoInstant = Date.UTC(2026, 0, 5, 8);

/** A user who has connected the most popular source of each kind. */
const demoOwner: RecordOwner = {
  humanId: "decade00".repeat(4),
  connections: [...new Map(providers.toReversed().map((provider) => [provider.kind, provider])).values()].map(
    (provider) => toConnection(provider, demoInstant),
  ),
};

/**
 * Finds the user whose data an access token reads.
 *
 * @param token From the `authorization` header or, in the older form, the query.
 * @throws {HttpFailure} 401 for a token that reads nothing, and whatever status the user's scenario names.
 */
export function readOwner(sandbox: SandboxContext, token: string | undefined): RecordOwner {
  if (token === undefined) throw new HttpFailure(401, "ACCESS_TOKEN_MISSING", "Send an access token as bearer token.");
  if (token === demoToken) return demoOwner;
  const found = sandbox.tokens.find(token);
  if (found?.record.kind !== "access" || sandbox.tokens.isExpired(found.record)) throw refused();
  playScenario(found.user.clientUserId);
  return found.user;
}

const refused = (): HttpFailure =>
  new HttpFailure(401, "ACCESS_TOKEN_INVALID", "The access token is unknown to this sandbox, or has expired.");

function playScenario(clientUserId: string): void {
  const name = readUserScenario(clientUserId)?.name;
  if (name === "data-401") throw refused();
  const playing = `The scenario ${name} is playing.`;
  if (name === "data-403") throw new HttpFailure(403, "FORBIDDEN", playing);
  if (name === "data-429") throw new HttpFailure(429, "TOO_MANY_REQUESTS", playing);
  if (name === "data-500") throw new HttpFailure(500, "INTERNAL_SERVER_ERROR", playing);
}
