import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import { HttpFailure, toHttpFailure } from "../base/http-failure.js";
import { pageHtml } from "./page-html.js";
import { parsePageScenario } from "./page-scenario.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import { readUserScenario, type ScenarioName } from "../world/scenarios.js";
import { sendPage } from "./send-page.js";
import { splashImage, splashSecurityPolicy } from "./splash-image.js";
import { untilAborted } from "../base/until-aborted.js";

const slowMs = 4000;

/**
 * The Connect page that the vendor's client frames, and the image behind it.
 *
 * @param requirePage Rejects if the page has not been built.
 */
export function createConnectPage(sandbox: SandboxContext, requirePage: () => Promise<void>): Hono {
  const app = new Hono();

  app.onError((error, context) => {
    const failure = toHttpFailure(error);
    if (failure !== error) console.error(error);
    context.header("cache-control", "no-store");
    return context.text(`${failure.message}\n`, failure.status);
  });

  app.get("/", async (context) => {
    await playPageScenario(readScenario(context, sandbox), context, sandbox);
    await requirePage();
    return sendPage(context, pageHtml);
  });

  app.get("/images/data-source-type-icons/launch-connect-text.svg", etag(), (context) => {
    context.header("content-type", "image/svg+xml");
    context.header("content-security-policy", splashSecurityPolicy);
    context.header("cache-control", "public, max-age=86400");
    return context.body(splashImage);
  });

  return app;
}

/** The URL's scenario takes precedence over that of the token's user. */
function readScenario(context: Context, sandbox: SandboxContext): ScenarioName | undefined {
  const named = parsePageScenario(context.req.query("scenario"));
  if (named) return named;
  const launch = sandbox.tokens.find(context.req.query("token") ?? "");
  return launch && readUserScenario(launch.user.clientUserId)?.name;
}

/** Delays the page's HTML, or fails, as the scenario says. */
export async function playPageScenario(
  name: ScenarioName | undefined,
  context: Context,
  sandbox: SandboxContext,
): Promise<void> {
  // Aborts when the client disconnects, and when the sandbox closes.
  const { signal } = context.req.raw;
  if (name === "server-error")
    throw new HttpFailure(500, "INTERNAL_SERVER_ERROR", "The scenario server-error is playing.");
  if (name === "slow-page") await sandbox.clock.wait(slowMs, signal);
  if (name === "never-loads") await untilAborted(signal);
}
