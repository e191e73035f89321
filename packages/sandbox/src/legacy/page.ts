import { Hono } from "hono";
import { etag } from "hono/etag";
import { playPageScenario } from "../pages/connect-page.js";
import { HttpFailure, toHttpFailure, toPageError } from "../base/http-failure.js";
import { legacyClientScript, legacyStoreScript } from "./client-script.js";
import { openLegacySession } from "./session.js";
import { legacyHtml, legacyPopupHtml } from "../pages/page-html.js";
import { limitBody, readJsonObject } from "../base/read-json.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import { readUserScenario } from "../world/scenarios.js";
import { sendPage } from "../pages/send-page.js";

/**
 * The Connect of before 2018: its script, the page that the script frames, and the page's API.
 *
 * @param requirePage Rejects if the page has not been built.
 * @see docs/vendor.md#legacy-messages
 */
export function createLegacyPage(sandbox: SandboxContext, requirePage: () => Promise<void>): Hono {
  const app = new Hono().basePath("/legacy");

  app.onError((error, context) => {
    const failure = toHttpFailure(error);
    if (failure !== error) console.error(error);
    context.header("cache-control", "no-store");
    return context.json(toPageError(failure), failure.status);
  });

  app.on("GET", ["/", ""], async (context) => {
    const scenario = readUserScenario(context.req.query("clientUserId") ?? "");
    await playPageScenario(scenario?.name, context, sandbox);
    await requirePage();
    return sendPage(context, legacyHtml);
  });
  app.get("/popup", (context) => sendPage(context, legacyPopupHtml));

  app.route("/", scriptRoutes());
  app.route("/", sessionRoutes(sandbox));
  return app;
}

function scriptRoutes(): Hono {
  const app = new Hono();
  const scripts = { "/connect.js": legacyClientScript, "/store.min.js": legacyStoreScript };
  for (const [path, script] of Object.entries(scripts)) {
    app.get(path, etag(), (context) => {
      context.header("content-type", "text/javascript; charset=utf-8");
      context.header("cache-control", "no-cache");
      context.header("access-control-allow-origin", "*");
      return context.body(script);
    });
  }
  app.get("/spinner.gif", (context) => {
    context.header("content-type", "image/gif");
    return context.body(spinner);
  });
  return app;
}

function sessionRoutes(sandbox: SandboxContext): Hono {
  const app = new Hono();
  app.post("/api/session", limitBody, async (context) => {
    const { clientId, clientUserId, publicToken } = await readJsonObject(context);
    context.header("cache-control", "no-store");
    return context.json(openLegacySession({ clientId, clientUserId, publicToken }, sandbox));
  });
  // A finished page keeps polling until its host removes it, as the vendor's does.
  app.get("/api/session", () => {
    throw new HttpFailure(412, "SESSION_FINISHED", "The session is finished.");
  });
  return app;
}

/** One transparent pixel. */
const spinner = Uint8Array.from(atob("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"), (letter) =>
  letter.charCodeAt(0),
);
