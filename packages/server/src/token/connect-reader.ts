import { findPacked } from "../base/packed-entries.js";
import { type Encryption, noEncryption } from "../store/encryption.js";
import type { GuardedStore } from "../store/guarded-store.js";
import type { Owner } from "../store/owners.js";
import { type KeptToken, parseKept } from "./kept-token.js";

/** Reads the token that opens Connect for a user. */
export interface ConnectReader {
  /** @returns Undefined without a token, or if it needs renewal. */
  read(owner: Owner): Promise<ConnectEntry | undefined>;
  /** The same, synchronously. Requires that the store is the memory of this process, without encryption; undefined otherwise. */
  readNow(owner: Owner): ConnectEntry | undefined;
  /** Discards what was read. */
  drop(owner: Owner): void;
}

/** The token that opens Connect, according to the store. */
export interface ConnectEntry {
  readonly type: "session" | "id";
  readonly kept: KeptToken;
}

/** What was read from the store: while the stored string, encrypted or not, is the same, it need not be decrypted and parsed again. */
interface ReadEntry {
  readonly type: ConnectEntry["type"];
  readonly stored: string;
  readonly kept: KeptToken | undefined;
}

/** @param isUsable Whether a token does not need renewal. */
export function createConnectReader(
  store: GuardedStore,
  encryption: Encryption,
  isUsable: (kept: KeptToken) => boolean,
): ConnectReader {
  const lastRead = new WeakMap<Owner, ReadEntry>();
  const peek = encryption === noEncryption ? store.peek : undefined;
  const hasUsable = (entry: ReadEntry | undefined): entry is ReadEntry & ConnectEntry =>
    entry?.kept !== undefined && isUsable(entry.kept);

  async function parse({ prefix }: Owner, type: ConnectEntry["type"], stored: string | undefined) {
    if (stored === undefined) return undefined;
    return { type, stored, kept: parseKept(await encryption.decrypt(prefix + type, stored)) };
  }

  function readNow(owner: Owner): ConnectEntry | undefined {
    const packed = peek?.(owner.prefix);
    if (packed === undefined) return undefined;
    const last = lastRead.get(owner);
    const entry = last?.stored === packed ? last : parsePacked(packed);
    if (entry !== last) lastRead.set(owner, entry);
    return hasUsable(entry) ? entry : undefined;
  }

  return {
    async read(owner) {
      if (peek) return readNow(owner);
      // When an id token is stored, the session token is removed, so the last type is enough.
      const last = lastRead.get(owner);
      const types = last ? [last.type] : (["session", "id"] as const);
      const stored = await store.getAll(types.map((type) => owner.prefix + type));
      const isSame = last !== undefined && last.stored === stored[0];
      const read: readonly (ReadEntry | undefined)[] = isSame
        ? [last]
        : await Promise.all(types.map((type, at) => parse(owner, type, stored[at])));
      const [entry, ...others] = read.filter(hasUsable);
      // With two tokens, only `connect-kind` tells which one is valid.
      const only = others.length === 0 ? entry : undefined;
      if (only) lastRead.set(owner, only);
      else lastRead.delete(owner);
      return only;
    },
    readNow,
    drop: (owner) => void lastRead.delete(owner),
  };
}

/** @param packed All entries of a user, packed. */
function parsePacked(packed: string): ReadEntry {
  const type = findPacked(packed, "connect-kind")?.value === "id" ? "id" : "session";
  return { type, stored: packed, kept: parseKept(findPacked(packed, type)?.value) };
}
