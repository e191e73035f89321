import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import { createForger } from "./forger.js";
import { HttpFailure, toHttpFailure } from "./http-failure.js";
import { createPageAssets, requirePage } from "./page-assets.js";
import { pageHtml, pageSecurityPolicy } from "./page-html.js";
import { parsePageScenario } from "./page-scenario.js";
import type { SandboxContext } from "./sandbox-context.js";
import { readUserScenario, type ScenarioName } from "./scenarios.js";
import { splashImage, splashSecurityPolicy } from "./splash-image.js";
import { untilAborted } from "./until-aborted.js";

const slowMs = 4000;

/** The Connect page that the vendor's client frames, with everything that it loads. */
export function createConnectPage(sandbox: SandboxContext, pageFolder: URL): Hono {
  const app = new Hono();

  app.onError((error, context) => {
    const failure = toHttpFailure(error);
    if (failure !== error) console.error(error);
    context.header("cache-control", "no-store");
    return context.text(`${failure.message}\n`, failure.status);
  });

  app.get("/", async (context) => {
    await playScenario(readScenario(context, sandbox), context, sandbox);
    await requirePage(pageFolder);
    context.header("content-security-policy", pageSecurityPolicy);
    context.header("referrer-policy", "no-referrer");
    context.header("x-content-type-options", "nosniff");
    context.header("cache-control", "no-store");
    return context.html(pageHtml);
  });

  app.get("/images/data-source-type-icons/launch-connect-text.svg", etag(), (context) => {
    context.header("content-type", "image/svg+xml");
    context.header("content-security-policy", splashSecurityPolicy);
    context.header("cache-control", "public, max-age=86400");
    return context.body(splashImage);
  });

  app.route("/", createPageAssets(pageFolder));
  app.route("/", createForger());
  return app;
}

/** The URL's scenario wins over the one that the token's user carries. */
function readScenario(context: Context, sandbox: SandboxContext): ScenarioName | undefined {
  const named = parsePageScenario(context.req.query("scenario"));
  if (named) return named;
  const launch = sandbox.tokens.find(context.req.query("token") ?? "");
  return launch && readUserScenario(launch.user.clientUserId)?.name;
}

async function playScenario(name: ScenarioName | undefined, context: Context, sandbox: SandboxContext): Promise<void> {
  // It aborts when the client goes away, and when the sandbox closes and hangs up on everybody.
  const { signal } = context.req.raw;
  if (name === "server-error")
    throw new HttpFailure(500, "INTERNAL_SERVER_ERROR", "The scenario server-error is playing.");
  if (name === "slow-page") await sandbox.clock.wait(slowMs, signal);
  if (name === "never-loads") await untilAborted(signal);
}
