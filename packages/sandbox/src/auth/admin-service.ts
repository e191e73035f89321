import type { Hono } from "hono";
import { mintClientToken } from "./admin-client-token.js";
import { parseAdminRequest } from "./admin-request.js";
import { authenticateClient } from "./authenticate-client.js";
import { HttpFailure } from "../base/http-failure.js";
import { limitBody, readJsonObject } from "../base/read-json.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import { createServiceApp, type ServiceEnv } from "./service-app.js";
import { grantToken } from "./token-grant.js";
import { playTokenScenario } from "./token-scenario.js";

/**
 * The token service of the Health Intelligence Platform, `POST /v1/admin/token`: access tokens of users, and client tokens of
 * the application itself.
 *
 * @param adminApi Whether the application may get client tokens.
 * @see docs/vendor.md#token-service
 */
export function createAdminService(sandbox: SandboxContext, adminApi: boolean): Hono<ServiceEnv> {
  const app = createServiceApp();

  app.post("/v1/admin/token", limitBody, async (context) => {
    const request = parseAdminRequest(await readJsonObject(context));
    authenticateClient(request, sandbox);
    context.header("cache-control", "no-store");
    if (request.type === "client") {
      if (!adminApi) throw notAllowed();
      return context.json(mintClientToken(sandbox));
    }
    await playTokenScenario(request.clientUserId, context, sandbox);
    return context.json(grantToken("access", request.clientUserId, sandbox.users, sandbox.tokens));
  });

  app.all("/v1/admin/token", (context) => {
    context.header("allow", "POST");
    throw new HttpFailure(405, "METHOD_NOT_ALLOWED", "Use POST.");
  });

  return app;
}

const notAllowed = (): HttpFailure =>
  new HttpFailure(403, "CLIENT_TOKEN_GENERATION_NOT_ALLOWED", "The admin API is not enabled for this application.");
