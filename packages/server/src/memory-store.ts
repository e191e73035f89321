import type { TokenStore } from "./token-store.js";

interface Entry {
  value: string;
  bytes: number;
  /** Milliseconds since 1970; Infinity for what never expires. */
  until: number;
}

export interface MemoryStoreOptions {
  /** What is oldest makes room beyond it. Default 50_000. */
  maxEntries?: number;
  /** The same for keys and values together, in bytes; what alone is larger is not kept. Default 33_554_432, 32 MiB. */
  maxBytes?: number;
  /** Default `Date.now`. */
  now?: () => number;
}

export interface MemoryStore extends TokenStore {
  get(key: string): string | undefined;
  set(key: string, value: string, ttlMs?: number): void;
  delete(key: string): void;
  readonly size: number;
}

const usualMaxBytes = 32 * 1024 * 1024;

/** A store in this process, for one server. It is bounded, and needs no timer to forget what has expired. */
export function createMemoryStore(options: MemoryStoreOptions = {}): MemoryStore {
  const { maxEntries = 50_000, maxBytes = usualMaxBytes, now = Date.now } = options;
  const entries = new Map<string, Entry>();
  let bytes = 0;
  let sweptAt = now();

  const remove = (key: string): void => {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };

  const sweep = (): void => {
    // Looking at everything each time would cost more than it frees.
    if (now() - sweptAt < 60_000) return;
    sweptAt = now();
    for (const [key, { until }] of entries) if (until <= sweptAt) remove(key);
  };

  return {
    get(key) {
      const entry = entries.get(key);
      if (entry && entry.until > now()) return entry.value;
      if (entry) remove(key);
      return undefined;
    },
    set(key, value, ttlMs = Number.POSITIVE_INFINITY) {
      sweep();
      // A Map keeps its order: what is written again becomes the newest.
      remove(key);
      const size = sizeOf(key, value);
      if (size > maxBytes) return;
      entries.set(key, { value, bytes: size, until: now() + ttlMs });
      bytes += size;
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries && bytes <= maxBytes) break;
        remove(oldest);
      }
    },
    delete: remove,
    get size() {
      return entries.size;
    },
  };
}

/** An engine needs one byte for a letter or two, and about so many for the entry itself. */
const sizeOf = (key: string, value: string): number => 2 * (key.length + value.length) + 100;
