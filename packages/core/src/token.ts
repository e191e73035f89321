import { deadline } from "./deadline.js";
import { HumanConnectError } from "./errors.js";
import { failure } from "./failure.js";
import type { TokenReason } from "./options.js";
import type { AskedToken, HeldToken, TokenDesk } from "./token-desk.js";

/** Why a call of `getToken` was aborted, when it was not for its slowness. */
const cleared = "cleared";

/** A token that is about to expire may do so on its way. */
const skewMs = 30_000;

/**
 * The longest that a token is kept without knowing its life, or whose it is.
 * A click that follows an intent or a failed attempt comes sooner.
 */
const anonymousLifeMs = 60_000;

/**
 * The token for a session: the one that is held, or the answer to the call that is under way, or to a new one.
 *
 * @throws {HumanConnectError} `token-failed`, `token-timeout`, `token-malformed`, `token-exposed`, `offline`.
 */
export async function takeToken(
  desk: TokenDesk,
  reason: TokenReason,
  timeoutMs: number,
  user: string | undefined,
): Promise<string> {
  desk.forgetToken = () => clearDesk(desk);
  const { held } = desk;
  if (held && held.user === user && Date.now() < held.until) return held.value;
  // Never another person's token.
  if (held || desk.asked?.user !== user) clearDesk(desk);
  const asked = desk.asked ?? desk.ask(reason);
  try {
    return (await settle(desk, asked, timeoutMs)).value;
  } catch (error) {
    // A guess that failed costs the click nothing: it asks for itself, unless nobody wants a token any more.
    if (asked.reason === "prefetch" && reason !== "prefetch" && asked.controller.signal.reason !== cleared)
      return takeToken(desk, reason, timeoutMs, user);
    throw error;
  }
}

/** Forgets the token; a call under way is aborted. */
export function clearDesk(desk: TokenDesk): void {
  desk.asked?.controller.abort(cleared);
  desk.asked = desk.held = undefined;
}

function settle(desk: TokenDesk, asked: AskedToken, timeoutMs: number): Promise<HeldToken> {
  const askedAt = Date.now();
  asked.held ??= deadline(asked.grant, timeoutMs, () => failure("token-timeout", String(timeoutMs)))
    .then(
      (grant): HeldToken => {
        const { value, expiresInMs } = readGrant(grant);
        const lifeMs = asked.user === undefined ? Math.min(expiresInMs, anonymousLifeMs) : expiresInMs;
        return { value, user: asked.user, until: askedAt + lifeMs - Math.min(skewMs, lifeMs / 2) };
      },
      (cause: unknown) => {
        asked.controller.abort();
        throw cause instanceof HumanConnectError
          ? cause
          : navigator.onLine
            ? failure("token-failed", "", cause)
            : failure("offline", "", cause);
      },
    )
    .then(
      (held) => {
        if (desk.asked === asked) Object.assign(desk, { held, asked: undefined });
        return held;
      },
      (error: unknown) => {
        if (desk.asked === asked) desk.asked = undefined;
        throw error;
      },
    );
  return asked.held;
}

/** Reads whatever a reasonable backend answers. Messages say what kind of value came, never the value. */
export function readGrant(grant: unknown): { value: string; expiresInMs: number } {
  if (typeof grant === "string") return { value: readToken(grant), expiresInMs: anonymousLifeMs };
  if (typeof grant !== "object" || grant === null)
    throw failure("token-malformed", grant === null ? "null" : typeof grant);
  const body = grant as Record<string, unknown>;
  const secret = ["client_secret", "clientSecret", "access_token", "accessToken", "refresh_token"].find(
    (name) => body[name],
  );
  if (secret) throw failure("token-exposed", secret);
  const seconds = Number(body["expiresIn"] ?? body["expires_in"]);
  return {
    value: readToken(
      body["token"] ?? body["session_token"] ?? body["id_token"],
      grant instanceof Response ? "a Response without .json()" : undefined,
    ),
    expiresInMs: seconds > 0 ? seconds * 1000 : anonymousLifeMs,
  };
}

function readToken(value: unknown, kind = "an object without a token"): string {
  if (typeof value !== "string") throw failure("token-malformed", kind);
  const token = value.trim();
  // White space, quotes and angle brackets are an HTML page or JSON text, never a token.
  if (!/^[^\s<>"]+$/.test(token))
    throw failure("token-malformed", token ? "text that is no token, such as a page or JSON text" : "an empty text");
  return token;
}
