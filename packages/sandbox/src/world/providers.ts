import type { Provider, ProviderKind, ProviderPage } from "../base/connect-api.js";
import { type ProviderRow, providerRows } from "./provider-rows.js";

/** Every provider of the sandbox, most popular first, alternating between kinds. */
export const providers: readonly Provider[] = takeTurns(providerRows);

/** Most results of one search. */
const PAGE_SIZE = 20;

/**
 * Finds providers by name, alias, place or kind, ignoring case and accents.
 *
 * A name that begins with the words comes before one that has them at the start of a word, then anywhere, then in an
 * alias, then in the place or kind. Within a rank the more popular provider comes first.
 *
 * @param query.q The typed text; every word must match. Empty matches all. A word such as `kind:lab` narrows to that kind instead.
 * @param query.segment Audience group that every result must belong to, or null for all.
 * @param query.pinned Ids or names of providers that come first, in this order, where they match.
 * @returns At most 20, best first, and how many match in all.
 */
export function searchProviders(query: { q: string; segment: string | null; pinned: readonly string[] }): ProviderPage {
  const words = fold(query.q).split(/\s+/).filter(Boolean);
  const kinds = words.filter((word) => word.startsWith(KIND)).map((word) => word.slice(KIND.length));
  const terms = words.filter((word) => !word.startsWith(KIND));
  const pinned = query.pinned.map(fold);
  const segment = query.segment === null ? null : fold(query.segment);

  const found = index
    .filter(({ provider }) => kinds.every((kind) => kind === provider.kind))
    .filter(({ segments }) => segment === null || segments.includes(segment))
    .map((entry) => ({ ...entry, rank: rankOf(entry, terms), pin: pinOf(entry, pinned) }))
    .filter(({ rank }) => rank !== NO_MATCH)
    .sort((a, b) => a.pin - b.pin || a.rank - b.rank);
  return { providers: found.slice(0, PAGE_SIZE).map(({ provider }) => provider), total: found.length };
}

const KIND = "kind:";
const NO_MATCH = 9;

/** Letters that Unicode does not decompose, although users type them without their stroke or ligature. */
const PLAIN: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i" };

interface Entry {
  provider: Provider;
  name: string;
  aliases: string;
  about: string;
  segments: readonly string[];
}

const index: readonly Entry[] = providers.map((provider) => ({
  provider,
  name: fold(provider.name),
  aliases: fold(provider.aliases.join(" ")),
  about: fold(`${provider.place} ${provider.kind}`),
  segments: provider.segments.map(fold),
}));

/** A phrase counts as one term if the name contains it as typed; otherwise the worst word decides. */
function rankOf(entry: Entry, terms: readonly string[]): number {
  const phrase = rankInName(entry.name, terms.join(" "));
  if (phrase !== NO_MATCH) return phrase;
  return Math.max(...terms.map((term) => rankTerm(entry, term)));
}

function rankTerm({ name, aliases, about }: Entry, term: string): number {
  const rank = rankInName(name, term);
  if (rank !== NO_MATCH) return rank;
  if (aliases.includes(term)) return 3;
  return about.includes(term) ? 4 : NO_MATCH;
}

function rankInName(name: string, text: string): number {
  if (name.startsWith(text)) return 0;
  if (name.includes(` ${text}`)) return 1;
  return name.includes(text) ? 2 : NO_MATCH;
}

function pinOf({ provider, name }: Entry, pinned: readonly string[]): number {
  const position = pinned.findIndex((pin) => pin === provider.id || pin === name);
  return position < 0 ? pinned.length : position;
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .replace(/[øłđßæœı]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}:]+/gu, " ")
    .trim();
}

function takeTurns(rows: Readonly<Record<ProviderKind, readonly ProviderRow[]>>): Provider[] {
  const kinds = Object.keys(rows) as ProviderKind[];
  const longest = Math.max(...kinds.map((kind) => rows[kind].length));
  return Array.from({ length: longest }, (_, turn) =>
    kinds.flatMap((kind) => rows[kind].slice(turn, turn + 1).map((row) => toProvider(kind, row))),
  ).flat();
}

function toProvider(kind: ProviderKind, [id, name, place, hue, segments, ...aliases]: ProviderRow): Provider {
  return { id, name, kind, place, aliases, segments: segments.split(" ").filter(Boolean), hue };
}
