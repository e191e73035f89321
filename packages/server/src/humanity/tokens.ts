import { createOwnStore, guardStore, mostOperations } from "../store/guarded-store.js";
import { HumanityError } from "./error.js";
import { type HumanityTokenSet, requestGrant } from "./grant.js";
import { requireHumanityCredentials, type HumanitySettings } from "./options.js";
import { readTokenText } from "../token/read-token.js";
import { createMintMarks, noMarks } from "../token/mint-marks.js";
import type { KeptToken } from "../token/kept-token.js";
import { createServiceClock } from "../service/service-clock.js";
import { createStoreKeys } from "../store/store-keys.js";
import { createTokenCache } from "../token/token-cache.js";
import type { CallOptions } from "../token/tokens.js";
import { createVisits, type Visit } from "../token/visits.js";

/** A token for Humanity's API. Never send it to a browser. */
export interface HumanityToken {
  readonly token: string;
  /** Remaining life in whole seconds. */
  readonly expiresInSeconds: number;
}

/** The account's tokens: from the store, else by refresh token, else by password; one request for concurrent callers. */
export interface HumanityTokens {
  take(options: CallOptions): Promise<HumanityToken>;
  /** @throws {HumanApiError} `store-failed`. */
  forget(): Promise<void>;
}

export function createHumanityTokens(settings: HumanitySettings): HumanityTokens {
  const { store, encryption, renewBeforeMs, storeTimeoutMs, timeoutMs, now, log, username } = settings;
  const clock = createServiceClock(now);
  const guarded = store ? guardStore(store, { timeoutMs: storeTimeoutMs, now, log }) : createOwnStore(now);
  const cache = createTokenCache({ store: guarded, encryption, clock, renewBeforeMs });
  const keys = createStoreKeys(settings.clientSecret, [settings.tokenUrl, settings.clientId]);
  // A refused refresh, a grant by password, and the store operations for both.
  const longestMs = 2 * timeoutMs + mostOperations * storeTimeoutMs;
  const marks = store ? createMintMarks(guarded, Math.max(60_000, 2 * longestMs)) : noMarks;
  const visits = createVisits({ marks, longestMs });
  const keyOf = (kind: "access" | "refresh" | "minting"): Promise<string> => keys.of(`humanity-${kind}`, username);
  const removeAll = async (): Promise<void> => {
    await Promise.all((["access", "refresh"] as const).map(async (kind) => cache.remove(await keyOf(kind))));
  };

  async function refresh(): Promise<HumanityTokenSet | undefined> {
    const refreshToken = readTokenText(await cache.readText(await keyOf("refresh")));
    if (refreshToken === undefined) return undefined;
    try {
      return await requestGrant({ type: "refresh_token", refreshToken }, undefined, settings);
    } catch (error) {
      // Used by another server, expired or revoked: fall back to the password.
      if (error instanceof HumanityError && error.code === "credentials-refused") return undefined;
      throw error;
    }
  }

  async function ask(): Promise<{ kept: KeptToken; refreshToken: string | undefined }> {
    const tokens = (await refresh()) ?? (await requestGrant({ type: "password", ...settings }, undefined, settings));
    const { token, lifeMs, refreshToken, headers, sentAt } = tokens;
    return { kept: { token, lifeMs, expiresAt: clock.learn(headers, sentAt) + lifeMs }, refreshToken };
  }

  async function renew(visit: Visit): Promise<KeptToken> {
    const keep = async ({ kept, refreshToken }: Awaited<ReturnType<typeof ask>>): Promise<void> => {
      await cache.writeToken(await keyOf("access"), kept);
      if (refreshToken !== undefined) await cache.writeText(await keyOf("refresh"), refreshToken);
    };
    return (await visit.bring(ask, keep, removeAll)).kept;
  }

  return {
    async take({ signal, fresh }) {
      requireHumanityCredentials(settings);
      const accessKey = await keyOf("access");
      const visit = visits.of(await keyOf("minting"));
      const renewOnce = (): Promise<KeptToken> => visit.join("renew", () => renew(visit));
      const kept = fresh
        ? await visit.join("renew", () => renew(visit), signal)
        : await visit.join("take", async () => (await cache.readToken(accessKey)) ?? renewOnce(), signal);
      return { token: kept.token, expiresInSeconds: Math.max(0, Math.floor(cache.remainingMs(kept) / 1000)) };
    },
    async forget() {
      requireHumanityCredentials(settings);
      const told = visits.forget(await keyOf("minting"));
      await told.catch(() => {});
      await removeAll();
      await told;
    },
  };
}
