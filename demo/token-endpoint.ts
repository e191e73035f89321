import { Hono } from "hono";
import type { SignedIn } from "./sign-in.ts";

/** Where tokens come from, and the credentials that never leave this server. */
export interface TokenService {
  readonly authUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What the browser gets: a token that opens Connect, and its life in seconds. */
type Grant = { session_token: string; expires_in: number } | { id_token: string; expires_in: number };

/** `POST /api/human-connect/token`: a token for whoever is signed in, and for nobody else. */
export function createTokenEndpoint(service: TokenService): Hono<SignedIn> {
  const app = new Hono<SignedIn>();

  app.post("/api/human-connect/token", async (context) => {
    context.header("cache-control", "no-store");
    const person = context.get("person");
    if (!person) return context.json({ error: "Nobody is signed in." }, 401);
    const grant = await mintGrant(service, person).catch(() => undefined);
    return grant ? context.json(grant) : context.json({ error: "The token service did not answer as it should." }, 502);
  });

  app.all("/api/human-connect/token", (context) => context.json({ error: "Use POST." }, 405, { allow: "POST" }));

  return app;
}

/** A session token; or an id token, once the person has a connected source and session tokens are refused with 403. */
async function mintGrant(service: TokenService, person: string): Promise<Grant> {
  const first = await askForToken(service, person, "session");
  const answer = first.status === 403 ? await askForToken(service, person, "id") : first;
  if (!answer.ok) throw new Error(`The token service answered ${answer.status}.`);
  // Only what the browser needs: an id token comes with a refresh token, which stays here.
  const { session_token, id_token, expires_in } = (await answer.json()) as {
    session_token?: string;
    id_token?: string;
    expires_in: number;
  };
  if (session_token) return { session_token, expires_in };
  if (id_token) return { id_token, expires_in };
  throw new Error("The token service answered without a token.");
}

function askForToken(
  { authUrl, clientId, clientSecret }: TokenService,
  person: string,
  type: "session" | "id",
): Promise<Response> {
  return fetch(`${authUrl}/v1/connect/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, client_user_id: person, type }),
    signal: AbortSignal.timeout(10_000),
  });
}
