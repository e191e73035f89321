import KeyvRedis from "@keyv/redis";
import { Keyv } from "keyv";

export async function openKeyv5(path: string) {
  const options = { socket: { path, tls: false } as const };
  // README: Keyv 5
  const redis = new KeyvRedis<string>(options, { throwOnErrors: true });
  const store = new Keyv(redis, { throwOnErrors: true, useKeyPrefix: false });
  store.on("error", (error: Error) => console.error(error.message));
  // End
  return { store, close: () => redis.disconnect(true) };
}
