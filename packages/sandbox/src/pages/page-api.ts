import { Hono } from "hono";
import { HttpFailure, toHttpFailure, toPageError } from "../base/http-failure.js";
import { readLaunch } from "./launch.js";
import { openPageSession } from "./page-session.js";
import { providers, searchProviders } from "../world/providers.js";
import { limitBody, readJsonObject } from "../base/read-json.js";
import { parseRequestedProvider } from "../world/requested-provider.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import { toConnection } from "../world/sources.js";

/**
 * The API of the Connect page, as `connect-api.ts` describes it. Without a token, which select mode allows, the server stores nothing:
 * the responses are the same, and choices are kept in the page only.
 */
export function createPageApi(sandbox: SandboxContext): Hono {
  const app = new Hono().basePath("/connect/api");

  app.onError((error, context) => {
    const failure = toHttpFailure(error);
    if (failure !== error) console.error(error);
    context.header("cache-control", "no-store");
    return context.json(toPageError(failure), failure.status);
  });

  app.use(async (context, next) => {
    await next();
    context.header("cache-control", "no-store");
  });

  app.route("/", readingRoutes(sandbox));
  app.route("/", changingRoutes(sandbox));
  app.all("/*", () => {
    throw new HttpFailure(404, "NOT_FOUND", "The page's API has no such endpoint.");
  });

  return app;
}

function readingRoutes(sandbox: SandboxContext): Hono {
  const app = new Hono();

  app.get("/session", (context) =>
    context.json(openPageSession(sandbox, context.req.header("authorization"), context.req.query())),
  );

  app.get("/providers", (context) => {
    readLaunch(sandbox, context.req.header("authorization"));
    const { q = "", segment, pinned = "" } = context.req.query();
    return context.json(searchProviders({ q, segment: segment || null, pinned: splitList(pinned) }));
  });

  return app;
}

function changingRoutes(sandbox: SandboxContext): Hono {
  const app = new Hono();

  app.post("/connections", limitBody, async (context) => {
    const { user } = readLaunch(sandbox, context.req.header("authorization"));
    const { providerId } = await readJsonObject(context);
    const provider = providers.find((known) => known.id === providerId);
    if (!provider) throw new HttpFailure(404, "UNKNOWN_PROVIDER", "No provider has this providerId.");
    return context.json(user ? sandbox.sources.connect(user, provider) : toConnection(provider, sandbox.clock.now()));
  });

  app.delete("/connections/:id", (context) => {
    const { user } = readLaunch(sandbox, context.req.header("authorization"));
    if (user) sandbox.sources.disconnect(user, context.req.param("id"));
    return context.body(null, 204);
  });

  app.post("/requests", limitBody, async (context) => {
    const { user } = readLaunch(sandbox, context.req.header("authorization"));
    const requested = parseRequestedProvider(await readJsonObject(context));
    if (user) sandbox.sources.request(user, requested);
    return context.json(requested, 201);
  });

  return app;
}

/** Splits names at commas, as the client joins them. */
const splitList = (text: string): string[] =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
