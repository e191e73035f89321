import type { TokenStore } from "@human-connect/server";
import { Redis } from "ioredis";

export async function openIoredis(path: string) {
  const options = { path };
  // README: ioredis
  const redis = new Redis({ ...options, lazyConnect: true, enableOfflineQueue: false });
  redis.on("error", (error: Error) => console.error(error.message));
  await redis.connect();
  const store: TokenStore = {
    get: (key) => redis.get(key),
    set: (key, value, ttlMs) => (ttlMs ? redis.set(key, value, "PX", ttlMs) : redis.set(key, value)),
    delete: (key) => redis.del(key),
    add: async (key, value, ttlMs) => (await redis.set(key, value, "PX", ttlMs, "NX")) === "OK",
  };
  // End
  return { store, close: () => redis.disconnect() };
}
