import { isOffline } from "./base/is-offline.js";
import { deadline, untilAborted } from "./base/deadline.js";
import { readAnswer } from "./model/endpoint-answer.js";
import { HumanConnectError } from "./model/errors.js";
import { failure } from "./words/failure.js";
import type { TokenReason } from "./token/token-grant.js";
import {
  cleared,
  discardToken,
  type PendingToken,
  type Grant,
  type GrantReader,
  type CachedToken,
  type TokenSlot,
} from "./token/token-slot.js";

/** A token that is about to expire may expire in transit. */
const skewMs = 30_000;

/** How long a token of unknown lifetime is cached. A click that follows an intent or a failed attempt comes sooner. */
const unknownLifeMs = 60_000;

export interface TokenTerms {
  /** Longest wait for `getToken`. */
  readonly timeoutMs: number;
  /** The user of the token; undefined for a token that serves this attempt only. */
  readonly user: string | undefined;
  /** Default: the reader for clients from 1.0 on. */
  readonly readGrant?: GrantReader | undefined;
}

/**
 * Returns the token for a session: the cached one, or the answer to the pending request, or to a new one.
 *
 * @throws {HumanConnectError} `token-failed`, `token-timeout`, `token-malformed`, `token-exposed`, `offline`.
 */
export async function takeToken(slot: TokenSlot, reason: TokenReason, terms: TokenTerms): Promise<string> {
  const { cached } = slot;
  if (cached && isUsable(cached, terms) && Date.now() < cached.until) return cached.value;
  if (cached || (slot.pending && !isUsable(slot.pending, terms))) discardToken(slot);
  const pending = slot.pending ?? slot.ask(reason);
  try {
    return (await settle(slot, pending, terms)).value;
  } catch (error) {
    // A failed prefetch does not fail the click: the click requests a token itself, unless the session was aborted.
    if (pending.reason === "prefetch" && reason !== "prefetch" && pending.controller.signal.reason !== cleared)
      return takeToken(slot, reason, terms);
    throw error;
  }
}

/** Never use the token of another user, nor that of another generation of the vendor's client. */
function isUsable(token: CachedToken | PendingToken, { user, readGrant: read = readGrant }: TokenTerms): boolean {
  return token.user === user && (token.readGrant ?? read) === read;
}

function settle(
  slot: TokenSlot,
  pending: PendingToken,
  { timeoutMs, readGrant: read = readGrant }: TokenTerms,
): Promise<CachedToken> {
  const askedAt = Date.now();
  const { grant, controller } = pending;
  pending.readGrant ??= read;
  // Stops waiting on abort and on timeout, even if getToken ignores its signal.
  pending.result ??= deadline(untilAborted(grant.then(readAnswer), controller.signal), timeoutMs, () =>
    failure("token-timeout", String(timeoutMs)),
  )
    .then(
      (grant): CachedToken => {
        const { value, expiresInMs } = read(grant);
        return {
          value,
          user: pending.user,
          readGrant: read,
          until: askedAt + expiresInMs - Math.min(skewMs, expiresInMs / 2),
        };
      },
      (cause: unknown) => {
        controller.abort();
        throw cause instanceof HumanConnectError ? cause : failure(isOffline() ? "offline" : "token-failed", "", cause);
      },
    )
    .then(
      (cached) => {
        if (slot.pending === pending) Object.assign(slot, { cached, pending: undefined });
        return cached;
      },
      (error: unknown) => {
        if (slot.pending === pending) slot.pending = undefined;
        throw error;
      },
    );
  return pending.result;
}

/** Reads the common forms of a backend's answer. Messages name the kind of value received, never the value. */
export function readGrant(grant: unknown): Grant {
  if (typeof grant === "string") return { value: readToken(grant), expiresInMs: unknownLifeMs };
  if (typeof grant !== "object" || grant === null)
    throw failure("token-malformed", grant === null ? "null" : typeof grant);
  const body = grant as Record<string, unknown>;
  const secret = findSecret(body);
  if (secret) throw failure("token-exposed", secret);
  // Ignore fields inherited from the page's prototypes.
  const own = (name: string): unknown => (Object.hasOwn(body, name) ? body[name] : undefined);
  const life = own("expiresIn") ?? own("expiresInSeconds") ?? own("expires_in");
  // A JSON object can have fields that make the conversion to a number throw.
  const seconds = typeof life === "number" || typeof life === "string" ? Number(life) : Number.NaN;
  return {
    value: readToken(own("token") ?? own("session_token") ?? own("id_token")),
    expiresInMs: seconds > 0 ? seconds * 1000 : unknownLifeMs,
  };
}

/** Field names that Human API and OAuth issue to servers only, lower-case, without `_` and `-`. */
const secretName = /(secret|(access|refresh|client)token|apikey|password)$/;

/** Returns the name of a field, at any depth, that must not reach a browser. */
export function findSecret(body: object, depth = 4): string | undefined {
  for (const [name, value] of Object.entries(body)) {
    if (!value) continue;
    if (secretName.test(name.toLowerCase().replace(/[_-]/g, ""))) return name.slice(-40);
    const inner = typeof value === "object" && depth ? findSecret(value as object, depth - 1) : undefined;
    if (inner) return inner;
  }
  return undefined;
}

/** Validates a token. @param kind Names what was received if the value is not a string. */
export function readToken(value: unknown, kind = "an object without a token"): string {
  if (typeof value !== "string") throw failure("token-malformed", kind);
  const token = value.trim();
  // The prefixes of Human API's refresh tokens.
  if (/^(at|id)rt-/.test(token)) throw failure("token-exposed", "a refresh token");
  // White space, quotes and angle brackets belong to an HTML page or JSON text, never to a token.
  if (!/^[^\s<>"]+$/.test(token))
    throw failure(
      "token-malformed",
      token ? "a string that is not a token, such as an HTML page or JSON" : "an empty string",
    );
  return token;
}
