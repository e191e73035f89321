import { isOffline } from "./base/is-offline.js";
import { deadline, untilAborted } from "./base/deadline.js";
import { readAnswer } from "./model/endpoint-answer.js";
import { HumanConnectError } from "./model/errors.js";
import { failure } from "./words/failure.js";
import type { TokenReason } from "./token/token-grant.js";
import { cleared, clearDesk, type AskedToken, type HeldToken, type TokenDesk } from "./token/token-desk.js";

/** A token that is about to expire may do so on its way. */
const skewMs = 30_000;

/** How long a token is kept whose life nobody has told. A click that follows an intent or a failed attempt comes sooner. */
const unknownLifeMs = 60_000;

/** A token as it was granted. */
export interface Grant {
  readonly value: string;
  readonly expiresInMs: number;
}

export interface TokenTerms {
  /** Longest wait for `getToken`. */
  readonly timeoutMs: number;
  /** Whose token; undefined for one that serves this attempt alone. */
  readonly user: string | undefined;
  /** Default: what clients from 1.0 on are opened with. */
  readonly readGrant?: ((grant: unknown) => Grant) | undefined;
}

/**
 * The token for a session: the one that is held, or the answer to the call that is under way, or to a new one.
 *
 * @throws {HumanConnectError} `token-failed`, `token-timeout`, `token-malformed`, `token-exposed`, `offline`.
 */
export async function takeToken(desk: TokenDesk, reason: TokenReason, terms: TokenTerms): Promise<string> {
  const { user } = terms;
  const { held } = desk;
  if (held && held.user === user && Date.now() < held.until) return held.value;
  // Never another person's token.
  if (held || desk.asked?.user !== user) clearDesk(desk);
  const asked = desk.asked ?? desk.ask(reason);
  try {
    return (await settle(desk, asked, terms)).value;
  } catch (error) {
    // A guess that failed costs the click nothing: it asks for itself, unless nobody wants a token any more.
    if (asked.reason === "prefetch" && reason !== "prefetch" && asked.controller.signal.reason !== cleared)
      return takeToken(desk, reason, terms);
    throw error;
  }
}

function settle(
  desk: TokenDesk,
  asked: AskedToken,
  { timeoutMs, readGrant: read = readGrant }: TokenTerms,
): Promise<HeldToken> {
  const askedAt = Date.now();
  const { grant, controller } = asked;
  // A getToken that does not hear its signal is waited for no longer than one that does.
  asked.held ??= deadline(untilAborted(grant.then(readAnswer), controller.signal), timeoutMs, () =>
    failure("token-timeout", String(timeoutMs)),
  )
    .then(
      (grant): HeldToken => {
        const { value, expiresInMs } = read(grant);
        return { value, user: asked.user, until: askedAt + expiresInMs - Math.min(skewMs, expiresInMs / 2) };
      },
      (cause: unknown) => {
        controller.abort();
        throw cause instanceof HumanConnectError ? cause : failure(isOffline() ? "offline" : "token-failed", "", cause);
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
export function readGrant(grant: unknown): Grant {
  if (typeof grant === "string") return { value: readToken(grant), expiresInMs: unknownLifeMs };
  if (typeof grant !== "object" || grant === null)
    throw failure("token-malformed", grant === null ? "null" : typeof grant);
  const body = grant as Record<string, unknown>;
  const secret = findSecret(body);
  if (secret) throw failure("token-exposed", secret);
  // A field that the page's prototypes bring is nobody's answer.
  const own = (name: string): unknown => (Object.hasOwn(body, name) ? body[name] : undefined);
  const life = own("expiresIn") ?? own("expires_in");
  // JSON can hold objects that throw when they are made a number.
  const seconds = typeof life === "number" || typeof life === "string" ? Number(life) : Number.NaN;
  return {
    value: readToken(own("token") ?? own("session_token") ?? own("id_token")),
    expiresInMs: seconds > 0 ? seconds * 1000 : unknownLifeMs,
  };
}

/** Names of what the services of Human API and OAuth give to a server alone, without case, `_` and `-`. */
const secretName = /(secret|(access|refresh|client)token|apikey|password)$/;

/** The name of a field, at any depth, that must not have come to a browser at all. */
export function findSecret(body: object, depth = 4): string | undefined {
  for (const [name, value] of Object.entries(body)) {
    if (!value) continue;
    if (secretName.test(name.toLowerCase().replace(/[_-]/g, ""))) return name.slice(-40);
    const inner = typeof value === "object" && depth ? findSecret(value as object, depth - 1) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

/** Checks what is to be a token. @param kind What came instead, when it is no text. */
export function readToken(value: unknown, kind = "an object without a token"): string {
  if (typeof value !== "string") throw failure("token-malformed", kind);
  const token = value.trim();
  // What Human API's refresh tokens start with.
  if (/^(at|id)rt-/.test(token)) throw failure("token-exposed", "a refresh token");
  // White space, quotes and angle brackets are an HTML page or JSON text, never a token.
  if (!/^[^\s<>"]+$/.test(token))
    throw failure("token-malformed", token ? "text that is no token, such as a page or JSON text" : "an empty text");
  return token;
}
