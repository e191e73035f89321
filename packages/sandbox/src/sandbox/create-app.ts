import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { createAdminService } from "../auth/admin-service.js";
import { createAuthService } from "../auth/auth-service.js";
import { createCdn } from "../pages/cdn.js";
import { createConnectPage } from "../pages/connect-page.js";
import { createDataService } from "../data/service.js";
import { createForger } from "../pages/forger.js";
import type { HostCheck } from "../base/host-check.js";
import { createHostedPage } from "../pages/hosted-page.js";
import { createHumanityService, type HumanityAccount } from "../humanity/service.js";
import type { HumanityTokens } from "../humanity/tokens.js";
import { createLegacyPage } from "../legacy/page.js";
import { createLegacyService } from "../legacy/service.js";
import { createPageAssets, requirePage } from "../pages/page-assets.js";
import { createPageApi } from "../pages/page-api.js";
import type { RequestLog } from "../base/request-log.js";
import type { SandboxContext } from "../world/sandbox-context.js";

/** What the services of one origin need, beside the context that they share. */
export interface AppParts {
  isAllowedHost: HostCheck;
  pageFolder: URL;
  /** Allowed callbacks of the hosted page. */
  callbacks: readonly string[] | undefined;
  /** Whether the application may get client tokens. */
  adminApi: boolean;
  humanity: { tokens: HumanityTokens; account: HumanityAccount };
}

/** Assembles the services on one origin. */
export function createApp(
  sandbox: SandboxContext,
  requestLog: RequestLog,
  { isAllowedHost, pageFolder, callbacks, adminApi, humanity }: AppParts,
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (context, next) => {
    if (isAllowedHost(context.req.header("host"))) return next();
    return context.text(refusal, 403, { "cache-control": "no-store", "x-content-type-options": "nosniff" });
  });
  app.use(async (context, next) => {
    requestLog.add(context.req.raw);
    await next();
  });
  app.route("/", createAuthService(sandbox));
  app.route("/", createAdminService(sandbox, adminApi));
  app.route("/", createDataService(sandbox));
  app.route("/", createHumanityService(sandbox, humanity.tokens, humanity.account));
  app.route("/", createPageApi(sandbox));
  app.route("/", createCdn());
  const awaitPage = (): Promise<void> => requirePage(pageFolder);
  app.route("/", createConnectPage(sandbox, awaitPage));
  app.route("/", createHostedPage(sandbox, callbacks, awaitPage));
  app.route("/", createLegacyService(sandbox));
  app.route("/", createLegacyPage(sandbox, awaitPage));
  app.route("/", createPageAssets(pageFolder));
  app.route("/", createForger());
  app.notFound((context) => context.text("The sandbox has no such page.\n", 404));
  return app;
}

const refusal = `The sandbox answers to names of this machine, and was called by another one: any website can have its name point here.
If the name is yours, tell it: human-connect-sandbox --allowed-host NAME, or createSandbox({ allowedHosts: ["NAME"] }).
`;
