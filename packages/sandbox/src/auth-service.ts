import { createHash, timingSafeEqual } from "node:crypto";
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { HttpFailure, toHttpFailure, toServiceError } from "./http-failure.js";
import { limitBody, readJsonObject } from "./read-json.js";
import type { SandboxContext } from "./sandbox-context.js";
import { readUserScenario } from "./scenarios.js";
import { grantToken } from "./token-grant.js";
import { parseTokenRequest, type TokenRequest } from "./token-request.js";

type Env = { Bindings: HttpBindings };

const slowMs = 5000;

/**
 * The token service, `POST /v1/connect/token`. It sends no CORS headers on purpose: a browser that calls it holds a client
 * secret that it should not have.
 *
 * @see VENDOR.md 4.1
 */
export function createAuthService(sandbox: SandboxContext): Hono<Env> {
  const app = new Hono<Env>();

  app.onError((error, context) => {
    const failure = toHttpFailure(error);
    context.header("cache-control", "no-store");
    if (failure !== error) console.error(error);
    return context.json(toServiceError(failure), failure.status);
  });

  app.post("/v1/connect/token", limitBody, async (context) => {
    const request = parseTokenRequest(await readJsonObject(context));
    authenticateClient(request, sandbox);
    await playScenario(request.clientUserId, context, sandbox);
    context.header("cache-control", "no-store");
    return context.json(grantToken(request.type, request.clientUserId, sandbox.users, sandbox.tokens));
  });

  app.all("/v1/connect/token", (context) => {
    context.header("allow", "POST");
    throw new HttpFailure(405, "METHOD_NOT_ALLOWED", "Use POST.");
  });

  return app;
}

function authenticateClient(request: TokenRequest, sandbox: SandboxContext): void {
  if (request.clientId !== sandbox.clientId) {
    throw new HttpFailure(401, "INVALID_CLIENT_ID", "No application has this client_id.");
  }
  if (!isSameSecret(request.clientSecret ?? "", sandbox.clientSecret)) {
    throw new HttpFailure(401, "INVALID_CLIENT_ID_OR_SECRET", "The client_secret does not belong to this client_id.");
  }
}

/** Takes equally long however much of the secret is right; digests have one length, which the comparison needs. */
function isSameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

async function playScenario(clientUserId: string, context: Context<Env>, sandbox: SandboxContext): Promise<void> {
  const name = readUserScenario(clientUserId)?.name;
  const { signal } = context.req.raw;
  if (name === "token-slow") await sandbox.clock.wait(slowMs, signal);
  // Nobody waits any more, perhaps because the sandbox was closed: its state is not to change after that.
  if (signal.aborted) throw new HttpFailure(503, "SERVICE_UNAVAILABLE", "The client has gone.");
  if (name === "token-drop") context.env.incoming.socket.destroy();
  if (name === "token-500" || name === "token-drop") {
    throw new HttpFailure(500, "INTERNAL_SERVER_ERROR", `The scenario ${name} is playing.`);
  }
}
