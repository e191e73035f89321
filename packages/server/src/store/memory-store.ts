import { findPacked, mostKindLetters, pack, type PackedEntry, toFlat, unpack } from "../base/packed-entries.js";
import type { TokenStore } from "./token-store.js";

export interface MemoryStoreOptions {
  /** Maximum number of entries; beyond it the oldest are removed. Default 50_000. */
  maxEntries?: number | undefined;
  /** Maximum size of all keys and values, in bytes; a single entry that is larger is not kept. Default 33_554_432, 32 MiB. */
  maxBytes?: number | undefined;
  /** Current time in milliseconds since 1970. Default `Date.now`. */
  now?: (() => number) | undefined;
}

export interface MemoryStore extends TokenStore {
  get(key: string): string | undefined;
  set(key: string, value: string, ttlMs?: number): void;
  delete(key: string): void;
  add(key: string, value: string, ttlMs: number): boolean;
  readonly size: number;
}

const usualMaxBytes = 32 * 1024 * 1024;

/** A memory store with the internal `peek`. */
interface OwnMemory extends MemoryStore {
  /**
   * All entries of an owner, packed, including expired ones: the same string until an entry changes.
   *
   * @param owner The part of the keys before the kind.
   */
  peek(owner: string): string | undefined;
}

/** Creates a store in the memory of this process, for a single server. It is bounded, and removes expired entries without a timer. */
export const createMemoryStore = (options: MemoryStoreOptions = {}): MemoryStore => createOwnMemory(options);

export function createOwnMemory(options: MemoryStoreOptions): OwnMemory {
  const { maxEntries = 50_000, maxBytes = usualMaxBytes, now = Date.now } = options;
  const shelf = createShelf();
  let sweptAt = now();

  const sweep = (): void => {
    // Checking all entries at each write would cost more than it frees.
    if (now() - sweptAt < 60_000) return;
    sweptAt = now();
    for (const [owner, packed] of shelf.all()) {
      const entries = unpack(packed);
      const rest = entries.filter(({ until }) => until > sweptAt);
      if (rest.length < entries.length) shelf.put(owner, rest);
    }
  };

  const store: OwnMemory = {
    peek: shelf.peek,
    get(key) {
      const [owner, kind] = splitKey(key);
      const entry = shelf.find(owner, kind);
      if (!entry) return undefined;
      if (entry.until > now()) return entry.value;
      store.delete(key);
      return undefined;
    },
    set(key, value, ttlMs = Number.POSITIVE_INFINITY) {
      sweep();
      const [owner, kind] = splitKey(key);
      const others = shelf.read(owner).filter((entry) => entry.kind !== kind);
      const isTooLarge = sizeOf(owner, { kind, value, until: 0 }) > maxBytes;
      // The written entry becomes the newest, together with all entries of its owner.
      shelf.put(owner, isTooLarge ? others : [...others, { kind, value, until: now() + ttlMs }]);
      for (const oldest of shelf.owners()) {
        if (shelf.entries <= maxEntries && shelf.bytes <= maxBytes) break;
        shelf.put(oldest, []);
      }
    },
    add(key, value, ttlMs) {
      if (store.get(key) !== undefined) return false;
      store.set(key, value, ttlMs);
      return true;
    },
    delete(key) {
      const [owner, kind] = splitKey(key);
      if (!shelf.find(owner, kind)) return;
      shelf.put(
        owner,
        shelf.read(owner).filter((entry) => entry.kind !== kind),
      );
    },
    get size() {
      return shelf.entries;
    },
  };
  return store;
}

/** The entries by owner, oldest first. */
function createShelf() {
  const shelf = new Map<string, string>();
  const read = (owner: string): PackedEntry[] => unpack(shelf.get(owner) ?? "");
  const counted = { entries: 0, bytes: 0 };
  const count = (owner: string, entries: readonly PackedEntry[], sign: 1 | -1): void => {
    counted.entries += sign * entries.length;
    for (const entry of entries) counted.bytes += sign * sizeOf(owner, entry);
  };
  return {
    peek: (owner: string): string | undefined => shelf.get(owner),
    read,
    find: (owner: string, kind: string) => findPacked(shelf.get(owner) ?? "", kind),
    /** Replaces all entries of the owner. */
    put(owner: string, entries: readonly PackedEntry[]): void {
      count(owner, read(owner), -1);
      // A Map keeps insertion order, so this makes the owner the newest.
      shelf.delete(owner);
      count(owner, entries, 1);
      if (entries.length > 0) shelf.set(toFlat(owner), pack(entries));
    },
    all: () => [...shelf],
    owners: () => shelf.keys(),
    get entries() {
      return counted.entries;
    },
    get bytes() {
      return counted.bytes;
    },
  };
}

/** Keys of this package begin with the owner and end with the kind. */
function splitKey(key: string): [owner: string, kind: string] {
  const border = key.lastIndexOf(":") + 1;
  const isWhole = border === 0 || key.length - border > mostKindLetters;
  return isWhole ? [key, ""] : [key.slice(0, border), key.slice(border)];
}

/** An engine needs one or two bytes per character, and about 100 for the entry itself. */
const sizeOf = (owner: string, { kind, value }: PackedEntry): number =>
  2 * (owner.length + kind.length + value.length) + 100;
