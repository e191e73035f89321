import type { TokenStore } from "@human-connect/server";
import { Miniflare } from "miniflare";

/** The part of Cloudflare's own type that is used. */
interface KvNamespace {
  get(key: string): Promise<string | null>;
  put(key: string, value: string, options?: { expirationTtl?: number }): Promise<void>;
  delete(key: string): Promise<void>;
}

export async function openCloudflareKv() {
  const script = "export default { fetch: () => new Response(null) };";
  const miniflare = new Miniflare({ modules: true, script, kvNamespaces: ["TOKENS"] });
  const env = { TOKENS: (await miniflare.getKVNamespace("TOKENS")) as unknown as KvNamespace };
  // README: Cloudflare KV
  const seconds = (ttlMs: number) => Math.max(60, Math.ceil(ttlMs / 1000));
  const store: TokenStore = {
    get: (key) => env.TOKENS.get(key),
    set: (key, value, ttlMs) => env.TOKENS.put(key, value, ttlMs ? { expirationTtl: seconds(ttlMs) } : {}),
    delete: (key) => env.TOKENS.delete(key),
  };
  // End
  return { store, close: () => miniflare.dispose() };
}
