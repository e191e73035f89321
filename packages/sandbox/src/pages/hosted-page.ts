import { Hono } from "hono";
import { playPageScenario } from "./connect-page.js";
import { findCallback } from "./hosted-callback.js";
import { HttpFailure, toHttpFailure } from "../base/http-failure.js";
import { hostedHtml } from "./page-html.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import { readUserScenario } from "../world/scenarios.js";
import { sendPage } from "./send-page.js";

/**
 * The Connect page as a top-level page, for web views that cannot show a frame: `GET /connect?clientId&token&callback`.
 *
 * @param callbacks Allowed callbacks. Default any page of this machine.
 * @param requirePage Rejects if the page has not been built.
 * @see docs/vendor.md#redirects
 */
export function createHostedPage(
  sandbox: SandboxContext,
  callbacks: readonly string[] | undefined,
  requirePage: () => Promise<void>,
): Hono {
  const app = new Hono();

  app.onError((error, context) => {
    const failure = toHttpFailure(error);
    if (failure !== error) console.error(error);
    context.header("cache-control", "no-store");
    return context.text(`${failure.message}\n`, failure.status);
  });

  app.get("/connect", async (context) => {
    const { clientId, token = "", callback = "" } = context.req.query();
    if (clientId !== sandbox.clientId)
      throw new HttpFailure(400, "INVALID_CLIENT_ID", "No application has this clientId.");
    if (!findCallback(callback, callbacks))
      throw new HttpFailure(400, "INVALID_CALLBACK", "This callback is not allowed for this application.");
    const launch = sandbox.tokens.find(token);
    await playPageScenario(launch && readUserScenario(launch.user.clientUserId)?.name, context, sandbox);
    await requirePage();
    return sendPage(context, hostedHtml);
  });

  return app;
}
