import type { Source } from "@human-connect/core";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { People } from "./people.ts";
import type { SignedIn } from "./sign-in.ts";

/**
 * `PUT /api/human-connect/connections`: the page reports what is connected now, so that a reload can show it at once.
 *
 * A browser can claim anything, so this is good for showing it to the same person again and for nothing more. What has to be
 * true, a server hears from Human API: from a notification or the Data API.
 */
export function createConnectionsEndpoint(people: People): Hono<SignedIn> {
  const app = new Hono<SignedIn>();

  app.put("/api/human-connect/connections", bodyLimit({ maxSize: 100_000 }), async (context) => {
    const person = context.get("person");
    if (!person) return context.json({ error: "Nobody is signed in." }, 401);
    const sources = readSources(await context.req.json().catch(() => undefined));
    if (!sources) return context.json({ error: "Send a list of { id, name }." }, 400);
    await people.remember(person, sources);
    return context.body(null, 204);
  });

  return app;
}

function readSources(body: unknown): Source[] | undefined {
  if (!Array.isArray(body) || body.length > 500) return undefined;
  const sources = body.map((item: Partial<Source> | null) => ({ id: item?.id, name: item?.name }));
  return sources.every((source): source is Source => isShortText(source.id) && isShortText(source.name))
    ? sources
    : undefined;
}

const isShortText = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= 200;
