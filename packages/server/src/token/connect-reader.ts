import { type KeptToken, parseKept } from "./kept-token.js";
import { findPacked } from "../base/packed-entries.js";

export const connectKinds = ["session", "id"] as const;

export type ConnectKind = (typeof connectKinds)[number];

/** What opens Connect for somebody, as their entries say. */
export interface ConnectEntry {
  readonly type: ConnectKind;
  /** Undefined where there is none. */
  readonly kept: KeptToken | undefined;
}

/**
 * Reads what opens Connect out of what is kept of somebody. As long as that is the same text, what was read is the same: to open it and to
 * take it apart again would be most of what a click costs.
 */
export interface ConnectReader {
  /** The kind of somebody's last token; undefined for whom nothing is known of. */
  lastKind(owner: string): ConnectKind | undefined;
  /** What was read out of an entry when it was the same text, sealed or not. */
  known(owner: string, type: ConnectKind, stored: string): ConnectEntry | undefined;
  /** @param text The same opened; undefined for what is none of ours. */
  readOne(owner: string, type: ConnectKind, stored: string, text: string | undefined): ConnectEntry;
  /** @param packed All that is kept of somebody. */
  readPacked(owner: string, packed: string): ConnectEntry;
  /** Of whoever is forgotten nothing is left here, either. */
  drop(owner: string): void;
}

/** So many people are known at once. */
const maxRecent = 1000;

export function createConnectReader(): ConnectReader {
  const recent = new Map<string, ConnectEntry & { readonly text: string }>();

  function keep(owner: string, text: string, type: ConnectKind, keptText: string | undefined): ConnectEntry {
    const entry = { text, type, kept: parseKept(keptText) };
    // What was read last is let go of last.
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
