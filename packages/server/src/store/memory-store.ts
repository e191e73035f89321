import { findPacked, mostKindLetters, pack, type PackedEntry, toFlat, unpack } from "../base/packed-entries.js";
import type { TokenStore } from "./token-store.js";

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
  add(key: string, value: string, ttlMs: number): boolean;
  readonly size: number;
}

const usualMaxBytes = 32 * 1024 * 1024;

/** A memory store as our own code uses it. */
interface OwnMemory extends MemoryStore {
  /**
   * All entries of an owner as they are packed, those that have expired among them: the same text for as long as nothing has changed.
   *
   * @param owner What their keys have in front of the kind.
   */
  peek(owner: string): string | undefined;
}

/** A store in this process, for one server. It is bounded, and needs no timer to forget what has expired. */
export const createMemoryStore = (options: MemoryStoreOptions = {}): MemoryStore => createOwnMemory(options);

export function createOwnMemory(options: MemoryStoreOptions): OwnMemory {
  const { maxEntries = 50_000, maxBytes = usualMaxBytes, now = Date.now } = options;
  const shelf = createShelf();
  let sweptAt = now();

  const sweep = (): void => {
    // Looking at everything each time would cost more than it frees.
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
      // What is written becomes the newest, with all that its owner has.
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

/** What is kept, by owner, oldest first. */
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
    /** In the place of all that the owner had. */
    put(owner: string, entries: readonly PackedEntry[]): void {
      count(owner, read(owner), -1);
      // A Map keeps its order.
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

/** Keys of ours end with what they are of, and begin with whose they are. */
function splitKey(key: string): [owner: string, kind: string] {
  const border = key.lastIndexOf(":") + 1;
  const isWhole = border === 0 || key.length - border > mostKindLetters;
  return isWhole ? [key, ""] : [key.slice(0, border), key.slice(border)];
}

/** An engine needs one byte for a letter or two, and about so many for the entry itself. */
const sizeOf = (owner: string, { kind, value }: PackedEntry): number =>
  2 * (owner.length + kind.length + value.length) + 100;
