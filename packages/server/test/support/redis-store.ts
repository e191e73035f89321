import KeyvRedis from "@keyv/redis";
import { Keyv } from "keyv";
import { onTestFinished } from "vitest";
import type { TokenStore } from "../../src/index.js";

/** A store on a Redis server, opened as the README recommends it: errors are thrown, so that they are noticed. */
export function openRedisStore(path: string): TokenStore {
  const adapter = new KeyvRedis<string>({ socket: { path, tls: false } }, { throwOnErrors: true });
  const store = new Keyv(adapter, { throwOnErrors: true, useKeyPrefix: false });
  // Without a listener Keyv would throw them a second time, where nobody catches them.
  store.on("error", () => {});
  onTestFinished(() => adapter.disconnect(true));
  return store;
}
