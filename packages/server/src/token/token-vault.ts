import type { ConnectEntry } from "./connect-reader.js";
import { untilAborted } from "../base/with-deadline.js";
import { createServiceClock, type ServiceClock } from "../service/service-clock.js";
import { createOwnStore, guardStore, mostOperations } from "../store/guarded-store.js";
import { createOwnerHash, createOwners, type Owner } from "../store/owners.js";
import type { HumanApiSettings } from "./human-api-options.js";
import type { KeptToken } from "./kept-token.js";
import { createMintMarks, noMarks } from "./mint-marks.js";
import { createPendingCalls, type OwnerCalls, type PendingCalls } from "./pending-calls.js";
import type { IssuedToken } from "./read-token.js";
import { createTokenCache, type TokenCache } from "./token-cache.js";
import type { CallOptions } from "./tokens.js";

/** Tokens of many owners: from the store, else from a service, with one request for concurrent callers. */
export interface TokenVault {
  /**
   * The tokens of one owner, for one call: what it requests is not stored if any owner is forgotten meanwhile.
   *
   * @param id Undefined is the application itself.
   */
  of(id: string | undefined): OwnedTokens;
  /** Remaining life of a token in whole seconds. */
  secondsLeft(kept: KeptToken): number;
}

export interface OwnedTokens {
  /**
   * Returns the stored token, or a new one.
   *
   * @param kind Name of its entry in the store.
   * @param request Requests a new one from the service.
   * @param outer The calls that an outer one belongs to, which has looked into the store already: both are forgotten together.
   */
  get(kind: string, call: CallOptions, request: () => Promise<IssuedToken>, outer?: OwnerCalls): Promise<KeptToken>;
  /** Shares one task between concurrent callers. */
  dedupe<T>(name: string, signal: AbortSignal | undefined, task: (calls: OwnerCalls) => Promise<T>): Promise<T>;
  /** The stored token that opens Connect. */
  readConnect(): Promise<ConnectEntry | undefined>;
  /** The same, if it is available synchronously. */
  readConnectNow(): ConnectEntry | undefined;
  readMetadata(name: string): Promise<string | undefined>;
  /** @throws {HumanApiError} `store-failed`. */
  remove(names: readonly string[]): Promise<void>;
  /** Removes these entries, and does not store the results of pending calls. @throws {HumanApiError} `store-failed`. */
  forget(names: readonly string[]): Promise<void>;
}

type OwnSettings = "timeoutMs" | "storeTimeoutMs" | "renewBeforeMs" | "renewalPauseMs" | "now" | "log";

export interface TokenVaultSettings extends Pick<
  HumanApiSettings,
  "clientSecret" | "store" | "encryption" | OwnSettings
> {
  /** Values that distinguish the applications which share a store. */
  readonly scope: readonly string[];
}

interface VaultParts {
  readonly findOwner: (id: string | undefined) => Owner | Promise<Owner>;
  readonly cache: TokenCache;
  readonly clock: ServiceClock;
  readonly pending: PendingCalls;
  readonly renewalPauseMs: number;
}

export function createTokenVault(settings: TokenVaultSettings): TokenVault {
  const { store: given, encryption, timeoutMs, storeTimeoutMs, renewBeforeMs, renewalPauseMs, now, log } = settings;
  const clock = createServiceClock(now);
  const store = given ? guardStore(given, { timeoutMs: storeTimeoutMs, now, log }) : createOwnStore(now);
  const cache = createTokenCache({ store, encryption, clock, renewBeforeMs });
  const findOwner = createOwners(createOwnerHash(settings.clientSecret, settings.scope));
  // Two sequential calls of the service, and the store operations for both.
  const longestMs = 2 * timeoutMs + mostOperations * storeTimeoutMs;
  const marks = given ? createMintMarks(store, Math.max(60_000, 2 * longestMs)) : noMarks;
  const pending = createPendingCalls({ marks, longestMs });
  const parts: VaultParts = { findOwner, cache, clock, pending, renewalPauseMs };

  return {
    of: (id) => createOwnedTokens(id, parts),
    secondsLeft: (kept) => Math.max(0, Math.floor(cache.remainingMs(kept) / 1000)),
  };
}

function createOwnedTokens(id: string | undefined, parts: VaultParts): OwnedTokens {
  const { cache, pending } = parts;
  const since = pending.forgotten;
  const found = parts.findOwner(id);
  const callsOf = (owner: Owner): OwnerCalls => pending.of(toMarkKey(owner), since);

  return {
    async get(kind, { signal, fresh = false }, request, outer) {
      signal?.throwIfAborted();
      const owner = await found;
      const wanted: WantedToken = { owner, kind, fresh, request };
      const stored = outer ? undefined : await untilAborted(signal, read(wanted, parts));
      if (stored) return stored;
      for (;;) {
        const calls = outer ?? callsOf(owner);
        const { kept, isNew } = await calls.dedupe(kind, () => readOrMint(wanted, calls, parts), signal);
        // A joined call that accepts any token may have found the one that was refused.
        if (isNew || isGood(kept, wanted, parts)) return kept;
      }
    },
    async dedupe(name, signal, task) {
      const calls = callsOf(await found);
      return calls.dedupe(name, () => task(calls), signal);
    },
    readConnect: async () => cache.connect.read(await found),
    readConnectNow: () => ("prefix" in found ? cache.connect.readNow(found) : undefined),
    readMetadata: async (name) => cache.readText(await found, name),
    remove: async (names) => remove(names, await found, cache),
    async forget(names) {
      const owner = await found;
      const discarded = pending.forget(toMarkKey(owner));
      // Waits for the mark's removal, but ignores its failure until the end: a store that fails once may still delete the entries.
      await discarded.catch(() => {});
      await remove(names, owner, cache);
      await discarded;
    },
  };
}

/** Identifies the owner among pending calls, and its mark in the store. */
const toMarkKey = ({ prefix }: Owner): string => `${prefix}minting`;

interface WantedToken {
  readonly owner: Owner;
  readonly kind: string;
  /** Whether the service has refused the stored one. */
  readonly fresh: boolean;
  readonly request: () => Promise<IssuedToken>;
}

const isGood = (kept: KeptToken, { fresh }: WantedToken, { cache, renewalPauseMs }: VaultParts): boolean =>
  !fresh || (kept.isRenewal === true && cache.isYoung(kept, renewalPauseMs));

async function read(wanted: WantedToken, parts: VaultParts): Promise<KeptToken | undefined> {
  const kept = await parts.cache.readToken(wanted.owner, wanted.kind);
  return kept && isGood(kept, wanted, parts) ? kept : undefined;
}

/** Reads again, because another call may have stored a token before this one joined. */
async function readOrMint(wanted: WantedToken, calls: OwnerCalls, parts: VaultParts) {
  const kept = await read(wanted, parts);
  return kept ? { kept, isNew: false } : { kept: await mint(wanted, calls, parts), isNew: true };
}

async function mint(
  { owner, kind, fresh, request }: WantedToken,
  calls: OwnerCalls,
  { cache, clock }: VaultParts,
): Promise<KeptToken> {
  const minted = await calls.mint(
    async () => {
      const { token, lifeMs, humanId, headers, sentAt, metadata, replaces } = await request();
      const expiresAt = clock.learn(headers, sentAt) + lifeMs;
      const kept: KeptToken = { token, lifeMs, expiresAt, humanId, isRenewal: fresh };
      return { kept, metadata, replaces };
    },
    async ({ kept, metadata, replaces }) => {
      const texts = Object.entries(metadata).map(([name, text]) => text && cache.writeText(owner, name, text));
      // A removed entry need not be read.
      await Promise.all([cache.writeToken(owner, kind, kept), replaces && cache.discard(owner, replaces), ...texts]);
    },
    ({ metadata }) => remove([kind, ...Object.keys(metadata)], owner, cache),
  );
  return minted.kept;
}

async function remove(names: readonly string[], owner: Owner, cache: TokenCache): Promise<void> {
  await Promise.all(names.map((name) => cache.remove(owner, name)));
}
