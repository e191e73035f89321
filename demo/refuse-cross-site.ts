import { createMiddleware } from "hono/factory";

/**
 * Refuses calls that another site makes with this person's cookie. Browsers say where a call comes from, in one header or
 * the other; a client that says neither is no browser and has no cookie of a person to abuse.
 */
export const refuseCrossSite = createMiddleware(async (context, next) => {
  const site = context.req.header("sec-fetch-site");
  const origin = context.req.header("origin");
  const isOurs =
    (site === undefined || site === "same-origin") &&
    (origin === undefined || origin === new URL(context.req.url).origin);
  if (!isOurs) return context.json({ error: "Calls from other sites are refused." }, 403);
  return next();
});
