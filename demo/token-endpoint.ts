import { createHumanApi, createTokenHandler } from "@human-connect/server";
import { type Context, Hono } from "hono";
import type { SignedIn } from "./sign-in.ts";

/** Where tokens come from, and the credentials that never leave this server. */
export interface TokenService {
  readonly authUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** `POST /api/human-connect/token`: a token for whoever is signed in, and for nobody else. */
export function createTokenEndpoint({ authUrl, clientId, clientSecret }: TokenService): Hono<SignedIn> {
  const handle = createTokenHandler<Context<SignedIn>>({
    humanApi: createHumanApi({ authUrl, clientId, clientSecret }),
    identify: (_, context) => context.get("person"),
  });
  const app = new Hono<SignedIn>();
  app.all("/api/human-connect/token", (context) => handle(context.req.raw, context));
  return app;
}
