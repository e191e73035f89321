import { guardStore } from "./guarded-store.js";
import { HumanityError } from "./humanity-error.js";
import { type HumanityTokenSet, requestGrant } from "./humanity-grant.js";
import type { HumanitySettings } from "./humanity-options.js";
import { readTokenText } from "./read-token.js";
import { createMemoryStore } from "./memory-store.js";
import { createServiceClock } from "./service-clock.js";
import { createSingleFlight } from "./single-flight.js";
import { createStoreKeys } from "./store-keys.js";
import { createTokenCache, type KeptToken } from "./token-cache.js";
import type { CallOptions } from "./tokens.js";

/** A token for Humanity's API. Keep it on your servers. */
export interface HumanityToken {
  readonly token: string;
  /** What is left of its life, in whole seconds. */
  readonly expiresInSeconds: number;
}

/** The account's tokens: from the store, else by refresh token, else by password, once however many ask. */
export interface HumanityTokens {
  take(options: CallOptions): Promise<HumanityToken>;
  /** @throws {HumanApiError} `store-failed`. */
  forget(): Promise<void>;
}

export function createHumanityTokens(settings: HumanitySettings): HumanityTokens {
  const { store, seal, renewBeforeMs, storeTimeoutMs, now, log, username } = settings;
  const clock = createServiceClock(now);
  const guarded = guardStore(store ?? createMemoryStore({ now }), { timeoutMs: storeTimeoutMs, now, log });
  const cache = createTokenCache({ store: guarded, seal, clock, renewBeforeMs });
  const keys = createStoreKeys(settings.clientSecret, [settings.tokenUrl, settings.clientId]);
  const fly = createSingleFlight();
  const accessKey = (): Promise<string> => keys.of("humanity-access", username);
  const refreshKey = (): Promise<string> => keys.of("humanity-refresh", username);

  async function refresh(signal: AbortSignal): Promise<HumanityTokenSet | undefined> {
    const refreshToken = readTokenText(await cache.readText(await refreshKey()));
    if (refreshToken === undefined) return undefined;
    try {
      return await requestGrant({ type: "refresh_token", refreshToken }, signal, settings);
    } catch (error) {
      // Used up by another server, expired or revoked: the password still tells who we are.
      if (error instanceof HumanityError && error.code === "credentials-refused") return undefined;
      throw error;
    }
  }

  async function renew(signal: AbortSignal): Promise<KeptToken> {
    const tokens = (await refresh(signal)) ?? (await requestGrant({ type: "password", ...settings }, signal, settings));
    const { token, lifeMs, refreshToken, headers, sentAt } = tokens;
    const kept: KeptToken = { token, lifeMs, expiresAt: clock.learn(headers, sentAt) + lifeMs };
    await cache.writeToken(await accessKey(), kept);
    if (refreshToken !== undefined) await cache.writeText(await refreshKey(), refreshToken);
    return kept;
  }

  const renewOnce = (signal: AbortSignal | undefined): Promise<KeptToken> => fly("renew", renew, signal);

  return {
    async take({ signal, fresh }) {
      const kept = fresh
        ? await renewOnce(signal)
        : await fly("take", async (inner) => (await cache.readToken(await accessKey())) ?? renewOnce(inner), signal);
      return { token: kept.token, expiresInSeconds: Math.max(0, Math.floor(cache.remainingMs(kept) / 1000)) };
    },
    async forget() {
      await Promise.all([accessKey(), refreshKey()].map(async (key) => cache.remove(await key)));
    },
  };
}
