import type { Hono } from "hono";
import { authenticateClient } from "../auth/authenticate-client.js";
import { HttpFailure } from "../base/http-failure.js";
import { readLegacyRequest } from "./request.js";
import { limitBody } from "../base/read-json.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import { createServiceApp, type ServiceEnv } from "../auth/service-app.js";
import type { User } from "../world/state.js";
import { playTokenScenario } from "../auth/token-scenario.js";

/**
 * The user service of the legacy Connect: exchanges a session token object for an access token and a public token, and a human id for
 * the current public token. Only servers call it, so it sends no CORS headers.
 *
 * @see docs/vendor.md#legacy-service
 */
export function createLegacyService(sandbox: SandboxContext): Hono<ServiceEnv> {
  const app = createServiceApp();

  app.post("/v1/connect/tokens", limitBody, async (context) => {
    const names = ["humanId", "clientId", "sessionToken", "clientSecret"] as const;
    const request = await readLegacyRequest(context, names);
    authenticateClient(request, sandbox);
    const user = findSessionUser(request, sandbox);
    await playTokenScenario(user.clientUserId, context, sandbox);
    const publicToken = requirePublicToken(user, sandbox);
    const { token: accessToken } = sandbox.tokens.mint(user, "access");
    const { humanId, clientId, clientUserId } = user;
    context.header("cache-control", "no-store");
    return context.json({ humanId, accessToken, publicToken, clientId, clientUserId });
  });

  app.post("/v1/connect/publictokens", limitBody, async (context) => {
    const request = await readLegacyRequest(context, ["humanId", "clientId", "clientSecret"] as const);
    authenticateClient(request, sandbox);
    const user = sandbox.users.findByHumanId(request.humanId);
    if (!user || user.isDeleted) throw new HttpFailure(404, "UNKNOWN_CLIENT_USER_ID", "No user has this humanId.");
    await playTokenScenario(user.clientUserId, context, sandbox);
    context.header("cache-control", "no-store");
    return context.json({ humanId: user.humanId, publicToken: requirePublicToken(user, sandbox) });
  });

  app.on(["GET", "PUT", "PATCH", "DELETE"], ["/v1/connect/tokens", "/v1/connect/publictokens"], (context) => {
    context.header("allow", "POST");
    throw new HttpFailure(405, "METHOD_NOT_ALLOWED", "Use POST.");
  });

  return app;
}

function findSessionUser(
  { humanId, sessionToken }: { humanId: string; sessionToken: string },
  { tokens }: SandboxContext,
): User {
  const found = tokens.find(sessionToken);
  if (found?.record.kind === "session" && found.user.humanId === humanId && !tokens.isExpired(found.record))
    return found.user;
  throw new HttpFailure(
    403,
    "NOT_AUTHORIZED",
    "The sessionToken is unknown, has expired or belongs to another humanId.",
  );
}

function requirePublicToken(user: User, { users }: SandboxContext): string {
  const publicToken = users.publicToken(user);
  if (publicToken) return publicToken;
  throw new HttpFailure(403, "ACCESS_TOKEN_GENERATION_NOT_ALLOWED", "The user has not connected a source yet.");
}
