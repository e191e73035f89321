import { createHash, randomBytes } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";

const cookie = "otterbrook-session";

/** What the routes know: the signed-in person's id, which is also Human API's `client_user_id`. */
export interface SignedIn {
  Variables: { person: string | undefined };
}

/** Reads who is signed in. A real app looks its session up; here the id follows from the cookie, so a restart signs nobody out. */
export const readPerson = createMiddleware<SignedIn>(async (context, next) => {
  const session = getCookie(context, cookie);
  context.set(
    "person",
    session && /^[\w-]{32}$/.test(session) ? toPerson(session, context.req.query("scenario")) : undefined,
  );
  await next();
});

/** Signs a new person in. @returns Their id. */
export function signInAsNewPerson(context: Context<SignedIn>): string {
  const session = randomBytes(24).toString("base64url");
  setCookie(context, cookie, session, { httpOnly: true, sameSite: "Lax", path: "/" });
  return toPerson(session, context.req.query("scenario"));
}

// The sandbox plays the scenario that a user id ends with, so each scenario is a person of its own.
function toPerson(session: string, scenario: string | undefined): string {
  const id = `demo-${createHash("sha256").update(session).digest("hex").slice(0, 12)}`;
  return scenario && /^[a-z0-9-]{1,40}$/.test(scenario) ? `${id}+${scenario}` : id;
}
