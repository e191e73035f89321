import type { TokenStore } from "./token-store.js";

interface Entry {
  value: string;
  /** Milliseconds since 1970; Infinity for what never expires. */
  until: number;
}

export interface MemoryStoreOptions {
  /** What is oldest makes room beyond it. Default 50_000. */
  maxEntries?: number;
  /** Default `Date.now`. */
  now?: () => number;
}

export interface MemoryStore extends TokenStore {
  get(key: string): string | undefined;
  set(key: string, value: string, ttlMs?: number): void;
  delete(key: string): void;
  readonly size: number;
}

/** A store in this process, for one server. It is bounded, and needs no timer to forget what has expired. */
export function createMemoryStore({ maxEntries = 50_000, now = Date.now }: MemoryStoreOptions = {}): MemoryStore {
  const entries = new Map<string, Entry>();
  let sweptAt = now();

  const sweep = (): void => {
    // Looking at everything each time would cost more than it frees.
    if (now() - sweptAt < 60_000) return;
    sweptAt = now();
    for (const [key, { until }] of entries) if (until <= sweptAt) entries.delete(key);
  };

  return {
    get(key) {
      const entry = entries.get(key);
      if (entry && entry.until > now()) return entry.value;
      if (entry) entries.delete(key);
      return undefined;
    },
    set(key, value, ttlMs = Number.POSITIVE_INFINITY) {
      sweep();
      // A Map keeps its order: what is written again becomes the newest.
      entries.delete(key);
      entries.set(key, { value, until: now() + ttlMs });
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries) break;
        entries.delete(oldest);
      }
    },
    delete(key) {
      entries.delete(key);
    },
    get size() {
      return entries.size;
    },
  };
}
