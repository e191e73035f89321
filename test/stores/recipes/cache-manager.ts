import type { TokenStore } from "@human-connect/server";
import KeyvRedis from "@keyv/redis";
import { createCache } from "cache-manager";
import { Keyv } from "keyv";

export async function openCacheManager(path: string) {
  const options = { socket: { path, tls: false } as const };
  // README: cache-manager
  const redis = new KeyvRedis<string>(options, { throwOnErrors: true });
  const keyv = new Keyv(redis, { throwOnErrors: true, useKeyPrefix: false });
  keyv.on("error", (error: Error) => console.error(error.message));
  const cache = createCache({ stores: [keyv] });
  const store: TokenStore = {
    get: (key) => cache.get(key),
    set: (key, value, ttlMs) => cache.set(key, value, ttlMs),
    delete: (key) => cache.del(key),
  };
  // End
  return { store, close: () => redis.disconnect(true) };
}
