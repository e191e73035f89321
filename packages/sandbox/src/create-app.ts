import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { createAuthService } from "./auth-service.js";
import { createCdn } from "./cdn.js";
import { createConnectPage } from "./connect-page.js";
import { createPageApi } from "./page-api.js";
import type { RequestLog } from "./request-log.js";
import type { SandboxContext } from "./sandbox-context.js";

/** Puts the services together on one origin. */
export function createApp(
  sandbox: SandboxContext,
  requestLog: RequestLog,
  pageFolder: URL,
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async (context, next) => {
    requestLog.add(context.req.raw);
    await next();
  });
  app.route("/", createAuthService(sandbox));
  app.route("/", createPageApi(sandbox));
  app.route("/", createCdn());
  app.route("/", createConnectPage(sandbox, pageFolder));
  app.notFound((context) => context.text("The sandbox has nothing here.\n", 404));
  return app;
}
