import type { TokenStore } from "@human-connect/server";
import { Redis } from "@upstash/redis";

export async function openUpstash(url: string) {
  const options = { url, token: "token" };
  // README: @upstash/redis
  const redis = new Redis({ ...options, automaticDeserialization: false });
  const store: TokenStore = {
    get: (key) => redis.get(key),
    set: (key, value, ttlMs) => redis.set(key, value, ttlMs ? { px: ttlMs } : undefined),
    delete: (key) => redis.del(key),
    add: async (key, value, ttlMs) => (await redis.set(key, value, { nx: true, px: ttlMs })) === "OK",
  };
  // End
  return { store, close: () => {} };
}
