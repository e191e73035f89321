import type { Context, Hono } from "hono";
import { isSameSecret } from "../auth/authenticate-client.js";
import type { HumanityTokens } from "./tokens.js";
import { limitBody } from "../base/read-json.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import { createServiceApp, type ServiceEnv } from "../auth/service-app.js";

/** The account that may sign in. */
export interface HumanityAccount {
  username: string;
  password: string;
}

/**
 * Humanity's token endpoint with the two documented grants, and one protected resource. Its errors are those of OAuth 2.0, because
 * Humanity documents none; its success envelope is that of Humanity's older API.
 *
 * @see docs/vendor.md#humanity
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2
 */
export function createHumanityService(
  client: Pick<SandboxContext, "clientId" | "clientSecret">,
  tokens: HumanityTokens,
  account: HumanityAccount,
): Hono<ServiceEnv> {
  const app = createServiceApp();

  app.post("/oauth2/token.php", limitBody, async (context) => {
    context.header("cache-control", "no-store");
    if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(context.req.header("content-type") ?? ""))
      return refuse(context, 400, "invalid_request", "Send the body as application/x-www-form-urlencoded.");
    const form = new URLSearchParams(await context.req.text());
    const read = (name: string): string => form.get(name) ?? "";
    if (read("client_id") !== client.clientId || !isSameSecret(read("client_secret"), client.clientSecret))
      return refuse(context, 401, "invalid_client", "The client id or the client secret is wrong.");
    switch (read("grant_type")) {
      case "password": {
        const isKnown = read("username") === account.username && isSameSecret(read("password"), account.password);
        if (!isKnown) return refuse(context, 400, "invalid_grant", "The username or the password is wrong.");
        return context.json(tokens.grant());
      }
      case "refresh_token": {
        const grant = tokens.refresh(read("refresh_token"));
        if (!grant)
          return refuse(context, 400, "invalid_grant", "The refresh token is invalid, revoked or already used.");
        return context.json(grant);
      }
      default:
        return refuse(context, 400, "unsupported_grant_type", "Use the grants password and refresh_token.");
    }
  });

  app.get("/api/v2/me", (context) => {
    context.header("cache-control", "no-store");
    const bearer = /^bearer\s+(\S+)\s*$/i.exec(context.req.header("authorization") ?? "")?.[1];
    const token = bearer ?? context.req.query("access_token") ?? "";
    if (!tokens.isValid(token)) return context.json({ status: 3, data: null, error: "The token is not valid." }, 401);
    return context.json({ status: 1, data: { id: 1, username: account.username }, error: null });
  });

  return app;
}

function refuse(context: Context, status: 400 | 401, error: string, description: string): Response {
  return context.json({ error, error_description: description }, status);
}
