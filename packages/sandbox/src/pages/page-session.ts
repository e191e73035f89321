import type { Connection, PageSession } from "../base/connect-api.js";
import { HttpFailure } from "../base/http-failure.js";
import { missingToken, readLaunch } from "./launch.js";
import { parsePageScenario } from "./page-scenario.js";
import { parsePreseededSources } from "../world/preseeded-sources.js";
import { providers } from "../world/providers.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import type { User } from "../world/state.js";

/** The page's query, as the vendor's client writes it. */
export interface PageSessionQuery {
  mode?: string | undefined;
  preseed?: string | undefined;
  preseededSources?: string | undefined;
  scenario?: string | undefined;
  clientId?: string | undefined;
}

/** How many demo sources `preseed` connects. */
const preseedCount = 2;

/**
 * Starts a session of the Connect page.
 *
 * @throws {HttpFailure} 401 for a token that cannot launch, 400 for an invalid parameter.
 */
export function openPageSession(
  sandbox: SandboxContext,
  authorization: string | undefined,
  query: PageSessionQuery,
): PageSession {
  const launch = readLaunch(sandbox, authorization, parsePageScenario(query.scenario));
  const mode = query.mode === "select" ? "select" : "auth";
  // The client omits "false" and sends any other value as true (docs/vendor.md#data-attributes).
  const isPreseed = Boolean(query.preseed) && query.preseed !== "false";

  if (!launch.user && (mode === "auth" || isPreseed)) throw missingToken();
  if (mode === "select") requireKnownClient(query.clientId, sandbox.clientId);
  if (launch.user && isPreseed) preseed(launch.user, sandbox);

  return {
    mode,
    connections: listConnections(sandbox, launch.user, mode === "select" ? query.preseededSources : undefined),
    requestedProviders: launch.user?.requestedProviders ?? [],
    scenario: launch.scenario,
    application: sandbox.application,
    pace: sandbox.pace,
  };
}

/** The client sends the word "undefined" for an omitted client id (docs/vendor.md#options). */
function requireKnownClient(clientId: string | undefined, expected: string): void {
  if (!clientId || clientId === "undefined" || clientId === expected) return;
  throw new HttpFailure(400, "INVALID_CLIENT_ID", "No application has this clientId.");
}

function preseed(user: User, sandbox: SandboxContext): void {
  if (user.hasEverConnected) return;
  for (const provider of providers.slice(0, preseedCount)) sandbox.sources.connect(user, provider);
}

function listConnections(sandbox: SandboxContext, user: User | null, preseededSources = ""): Connection[] {
  const connections = user?.connections ?? [];
  if (!preseededSources) return connections;
  const preseeded = parsePreseededSources(preseededSources, providers, sandbox.clock.now());
  return [...connections, ...preseeded.filter(({ id }) => !connections.some((known) => known.id === id))];
}
