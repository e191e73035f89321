import { type KeptToken, parseKept } from "./kept-token.js";
import { findPacked } from "../base/packed-entries.js";

export const connectKinds = ["session", "id"] as const;

export type ConnectKind = (typeof connectKinds)[number];

/** The token that opens Connect for a user, according to the store. */
export interface ConnectEntry {
  readonly type: ConnectKind;
  /** Undefined without a token. */
  readonly kept: KeptToken | undefined;
}

/**
 * Reads the token that opens Connect from the entries of a user. Results are cached by the stored string: decrypting and parsing it
 * again would be most of the cost of a click.
 */
export interface ConnectReader {
  /** The type of a user's last token; undefined for a user who is not cached. */
  lastKind(owner: string): ConnectKind | undefined;
  /** The cached result for an entry, if the stored string, encrypted or not, is the same. */
  known(owner: string, type: ConnectKind, stored: string): ConnectEntry | undefined;
  /** @param text The decrypted entry; undefined if it could not be decrypted. */
  readOne(owner: string, type: ConnectKind, stored: string, text: string | undefined): ConnectEntry;
  /** @param packed All entries of a user, packed. */
  readPacked(owner: string, packed: string): ConnectEntry;
  /** Removes a user from the cache. */
  drop(owner: string): void;
}

/** Maximum number of cached users. */
const maxRecent = 1000;

export function createConnectReader(): ConnectReader {
  const recent = new Map<string, ConnectEntry & { readonly text: string }>();

  function keep(owner: string, text: string, type: ConnectKind, keptText: string | undefined): ConnectEntry {
    const entry = { text, type, kept: parseKept(keptText) };
    // Moves the user to the end: the least recently read one is evicted first.
    recent.delete(owner);
    recent.set(owner, entry);
    if (recent.size > maxRecent) recent.delete(recent.keys().next().value!);
    return entry;
  }

  return {
    lastKind: (owner) => recent.get(owner)?.type,
    known(owner, type, stored) {
      const known = recent.get(owner);
      return known?.text === stored && known.type === type ? known : undefined;
    },
    readOne: (owner, type, stored, text) => keep(owner, stored, type, text),
    readPacked(owner, packed) {
      const known = recent.get(owner);
      if (known?.text === packed) return known;
      const type = findPacked(packed, "connect-kind")?.value === "id" ? "id" : "session";
      return keep(owner, packed, type, findPacked(packed, type)?.value);
    },
    drop: (owner) => void recent.delete(owner),
  };
}
