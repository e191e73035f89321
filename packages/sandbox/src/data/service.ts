import type { Context, Hono } from "hono";
import { readOwner } from "./owner.js";
import { cutPage } from "./page.js";
import { parseDataQuery } from "./query.js";
import { HttpFailure } from "../base/http-failure.js";
import { type DataAnswer, readData, type RecordOwner } from "./records.js";
import type { SandboxContext } from "../world/sandbox-context.js";
import { createServiceApp, type ServiceEnv } from "../auth/service-app.js";

/** The `retry-after` of a 429, in seconds. */
const retryAfterSeconds = 60;

/**
 * A part of the Data API, `GET /v1/human/…`, with records of the connected sources.
 *
 * @see docs/vendor.md#data-api
 */
export function createDataService(sandbox: SandboxContext): Hono<ServiceEnv> {
  const app = createServiceApp();

  app.use("/v1/human/*", async (context, next) => {
    await next();
    context.header("access-control-allow-origin", "*");
    context.header("cache-control", "no-store");
    if (context.res.status === 429) context.header("retry-after", String(retryAfterSeconds));
    if (context.res.status === 401) context.header("www-authenticate", "Bearer");
  });

  app.get("/v1/human/*", (context) => {
    const owner = readOwner(sandbox, readToken(context));
    const name = context.req.path.slice("/v1/human/".length).replace(/\/$/, "");
    const answer = readData(name, owner);
    if (!answer) throw new HttpFailure(404, "NOT_FOUND", "The sandbox's Data API has no such endpoint.");
    return answerWith(answer, owner, context);
  });

  app.all("/v1/human/*", (context) => {
    context.header("allow", "GET");
    throw new HttpFailure(405, "METHOD_NOT_ALLOWED", "Use GET.");
  });

  return app;
}

function answerWith(answer: DataAnswer, { connections }: RecordOwner, context: Context<ServiceEnv>): Response {
  if ("single" in answer) return context.json(answer.single);
  const sourceNames = new Map(connections.map(({ id, name }) => [id, name.toLowerCase()]));
  const query = parseDataQuery(context.req.query());
  const { records, total, link } = cutPage(answer.list, query, new URL(context.req.url), sourceNames);
  context.header("x-total-count", String(total));
  context.header("link", link);
  context.header("access-control-expose-headers", "link, x-total-count");
  return context.json(records);
}

function readToken(context: Context<ServiceEnv>): string | undefined {
  const bearer = /^bearer\s+(\S+)\s*$/i.exec(context.req.header("authorization") ?? "")?.[1];
  return bearer ?? context.req.query("access_token");
}
