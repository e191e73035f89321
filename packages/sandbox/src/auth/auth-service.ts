import type { Hono } from "hono";
import { authenticateClient } from "./authenticate-client.js";
import { HttpFailure } from "../base/http-failure.js";
import { limitBody, readJsonObject } from "../base/read-json.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import { createServiceApp, type ServiceEnv } from "./service-app.js";
import { grantToken } from "./token-grant.js";
import { parseTokenRequest } from "./token-request.js";
import { playTokenScenario } from "./token-scenario.js";

/**
 * The token service, `POST /v1/connect/token`. It sends no CORS headers on purpose: a browser that calls it holds a client
 * secret that it should not have.
 *
 * @see docs/vendor.md#token-service
 */
export function createAuthService(sandbox: SandboxContext): Hono<ServiceEnv> {
  const app = createServiceApp();

  app.post("/v1/connect/token", limitBody, async (context) => {
    const request = parseTokenRequest(await readJsonObject(context));
    authenticateClient(request, sandbox);
    await playTokenScenario(request.clientUserId, context, sandbox);
    context.header("cache-control", "no-store");
    return context.json(grantToken(request.type, request.clientUserId, sandbox.users, sandbox.tokens));
  });

  app.all("/v1/connect/token", (context) => {
    context.header("allow", "POST");
    throw new HttpFailure(405, "METHOD_NOT_ALLOWED", "Use POST.");
  });

  return app;
}
