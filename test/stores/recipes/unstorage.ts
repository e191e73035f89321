import type { TokenStore } from "@human-connect/server";
import { createStorage } from "unstorage";
import redisDriver from "unstorage/drivers/redis";

export async function openUnstorage(path: string) {
  const options = { path };
  // README: unstorage
  const storage = createStorage({ driver: redisDriver({ ...options, base: "human-connect" }) });
  const store: TokenStore = {
    get: (key) => storage.getItem(key),
    // Whole seconds, and a life that is shorter than one would be none.
    set: (key, value, ttlMs) => storage.setItem(key, value, ttlMs ? { ttl: Math.ceil(ttlMs / 1000) } : {}),
    delete: (key) => storage.removeItem(key),
  };
  // End
  return { store, close: () => storage.dispose() };
}
