import type { TokenStore } from "@human-connect/server";
import { createClient } from "redis";

export async function openNodeRedis(path: string) {
  const options = { socket: { path, tls: false } as const };
  // README: node-redis
  const redis = createClient({ ...options, disableOfflineQueue: true });
  redis.on("error", (error: Error) => console.error(error.message));
  await redis.connect();
  const life = (value: number) => ({ expiration: { type: "PX", value } }) as const;
  const store: TokenStore = {
    get: (key) => redis.get(key),
    set: (key, value, ttlMs) => redis.set(key, value, ttlMs ? life(ttlMs) : {}),
    delete: (key) => redis.del(key),
    add: async (key, value, ttlMs) => (await redis.set(key, value, { condition: "NX", ...life(ttlMs) })) === "OK",
  };
  // End
  return { store, close: () => redis.destroy() };
}
