import { HttpFailure } from "../base/http-failure.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import { readUserScenario, type Scenario, type ScenarioName } from "../world/scenarios.js";
import type { TokenRecord, User } from "../world/state.js";

/** Who opened the Connect page, and the scenario. */
export interface Launch {
  /** Null if the page was opened without a token, which select mode allows. */
  user: User | null;
  /** The scenario to play. */
  scenario: ScenarioName | null;
}

/**
 * Checks the launch token, which is a session or an id token.
 *
 * @param authorization The header, `Bearer …`; undefined is a launch without a token.
 * @param named The scenario in the page's URL, which takes precedence over that of the token's user.
 * @throws {HttpFailure} 401 with one of the statuses that Connect closes with (docs/vendor.md#payload).
 */
export function readLaunch(sandbox: SandboxContext, authorization: string | undefined, named?: ScenarioName): Launch {
  const token = readBearer(authorization);
  const found = token === undefined ? undefined : sandbox.tokens.find(token);
  const scenario = named ?? pageScenario(found && readUserScenario(found.user.clientUserId));

  if (scenario === "missing-token") throw missingToken();
  if (scenario === "invalid-token") throw invalidToken();
  if (scenario === "expired-token") throw expiredToken();
  if (token === undefined) return { user: null, scenario };
  if (!found || found.record.kind === "access") throw invalidToken();
  if (sandbox.tokens.isExpired(found.record) || isSpent(found.record, scenario)) throw expiredToken();
  return { user: found.user, scenario };
}

export function missingToken(): HttpFailure {
  return new HttpFailure(401, "MISSING_SESSION_TOKEN", "Connect was opened without a token.");
}

const invalidToken = (): HttpFailure =>
  new HttpFailure(401, "SESSION_TOKEN_INVALID", "The token is not a session or id token of this sandbox.");

const expiredToken = (): HttpFailure =>
  new HttpFailure(401, "SESSION_TOKEN_EXPIRED", "The token has expired: mint a new one.");

const isSpent = (record: TokenRecord, scenario: ScenarioName | null): boolean =>
  scenario === "expired-once" && record.launchNumber === 1;

const pageScenario = (scenario: Scenario | undefined): ScenarioName | null =>
  scenario?.stage === "page" ? scenario.name : null;

/** Another scheme than Bearer counts as an unknown token. */
function readBearer(authorization: string | undefined): string | undefined {
  if (!authorization?.trim()) return undefined;
  const token = authorization.replace(/^bearer(\s+|$)/i, "");
  return token === "" ? undefined : token;
}
