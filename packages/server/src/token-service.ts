import { type ClientUser, readClientUser, type ReadClientUser } from "./client-user.js";
import { createOwnStore, guardStore } from "./guarded-store.js";
import type { HumanApiSettings } from "./human-api-options.js";
import { postJson } from "./post-json.js";
import { readToken, readTokenText } from "./read-token.js";
import { createServiceClock } from "./service-clock.js";
import { createSingleFlight, type SingleFlight } from "./single-flight.js";
import { createStoreKeys } from "./store-keys.js";
import { createTokenCache, type KeptToken, type TokenCache } from "./token-cache.js";
import { type TokenKind, tokenKinds, type TokenKindName } from "./token-kinds.js";
import type { CallOptions } from "./tokens.js";

/** A token of any kind. */
export interface TakenToken {
  readonly token: string;
  readonly expiresInSeconds: number;
  readonly humanId: string | undefined;
}

/** Texts that are kept about a user beyond the life of their tokens. */
export type NoteName = "human-id" | "refresh-id" | "refresh-access" | "refresh-hip-access" | "connect-kind";

/** Stands for the application itself in the place of a user: nobody can be it by accident, as with undefined. */
export const application: unique symbol = Symbol("application");

type Owner = ClientUser | typeof application;

/** Tokens of every kind: from the store, else from the service, which is asked once however many ask for the same. */
export interface TokenService {
  take(kind: TokenKindName, owner: Owner, options: CallOptions): Promise<TakenToken>;
  /** Joins everybody who asks for the same of the same user. */
  join<T>(
    name: string,
    user: ClientUser,
    signal: AbortSignal | undefined,
    task: (signal: AbortSignal) => Promise<T>,
  ): Promise<T>;
  readNote(name: NoteName, user: ClientUser): Promise<string | undefined>;
  writeNote(name: NoteName, user: ClientUser, text: string): Promise<void>;
  /** @throws {HumanApiError} `store-failed`. */
  forget(user: ClientUser, names: readonly (NoteName | TokenKindName)[]): Promise<void>;
}

export function createTokenService(settings: HumanApiSettings): TokenService {
  const { store, seal, renewBeforeMs, now, log, storeTimeoutMs } = settings;
  const clock = createServiceClock(now);
  const guarded = store ? guardStore(store, { timeoutMs: storeTimeoutMs, now, log }) : createOwnStore(now);
  const cache = createTokenCache({ store: guarded, seal, clock, renewBeforeMs });
  const keys = createStoreKeys(settings.clientSecret, [settings.authUrl, settings.clientId]);
  const fly = createSingleFlight();
  const keyOf = (name: string, owner: Owner): Promise<string> => keys.of(name, readOwner(owner).clientUserId);

  async function mint(name: TokenKindName, owner: Owner, key: string, signal: AbortSignal) {
    const kind: TokenKind = tokenKinds[name];
    const answer = await postJson(settings.authUrl + kind.path, toBody(kind, owner, settings), signal, settings);
    const { token, lifeMs, humanId, refreshToken } = readToken(answer, kind);
    const expiresAt = clock.learn(answer.headers, answer.sentAt) + lifeMs;
    const kept: KeptToken = { token, lifeMs, expiresAt, humanId };
    // The vendor recommends to keep the other two, although nothing takes a refresh token today (VENDOR.md 4.1).
    const notes = Object.entries({ "human-id": humanId, [`refresh-${name}`]: refreshToken });
    await Promise.all([
      cache.writeToken(key, kept),
      ...notes.map(async ([note, text]) => text && cache.writeText(await keyOf(note, owner), text)),
    ]);
    return kept;
  }

  return {
    async take(name, owner, { signal, fresh }) {
      const key = await keyOf(name, owner);
      const kept = await takeOnce(key, { fly, cache, fresh, signal, mint: (inner) => mint(name, owner, key, inner) });
      const expiresInSeconds = Math.max(0, Math.floor(cache.remainingMs(kept) / 1000));
      return { token: kept.token, expiresInSeconds, humanId: kept.humanId };
    },
    join: async (name, user, signal, task) => fly(await keyOf(name, user), task, signal),
    async readNote(name, user) {
      const text = await cache.readText(await keyOf(name, user));
      return name.startsWith("refresh-") ? readTokenText(text) : text;
    },
    writeNote: async (name, user, text) => cache.writeText(await keyOf(name, user), text),
    async forget(user, names) {
      await Promise.all(names.map(async (name) => cache.remove(await keyOf(name, user))));
    },
  };
}

interface TakeParts {
  readonly fly: SingleFlight;
  readonly cache: TokenCache;
  readonly fresh: boolean | undefined;
  readonly signal: AbortSignal | undefined;
  readonly mint: (signal: AbortSignal) => Promise<KeptToken>;
}

/**
 * Reading and minting are flights of their own. Whoever reads joins all of it, so nobody can miss a token that was written while
 * they were reading; whoever wants a fresh one joins only a mint, whose token is newer than the one that was refused.
 */
function takeOnce(key: string, { fly, cache, fresh, signal, mint }: TakeParts): Promise<KeptToken> {
  const mintOnce = (inner: AbortSignal | undefined): Promise<KeptToken> => fly(`mint ${key}`, mint, inner);
  if (fresh) return mintOnce(signal);
  return fly(`take ${key}`, async (inner) => (await cache.readToken(key)) ?? mintOnce(inner), signal);
}

function toBody(
  { type }: TokenKind,
  owner: Owner,
  { clientId, clientSecret }: HumanApiSettings,
): Record<string, unknown> {
  const { clientUserId, clientUserEmail } = readOwner(owner);
  return {
    client_id: clientId,
    client_secret: clientSecret,
    type,
    client_user_id: clientUserId,
    // Documented for session tokens alone.
    client_user_email: type === "session" ? clientUserEmail : undefined,
  };
}

const readOwner = (owner: Owner): Partial<ReadClientUser> => (owner === application ? {} : readClientUser(owner));
