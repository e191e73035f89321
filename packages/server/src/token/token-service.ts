import { type ClientUser, readClientUser, type ReadClientUser } from "./client-user.js";
import { requireCredentials } from "../base/credentials.js";
import type { CallSettings } from "../service/call-service.js";
import { isExpectedRefusal } from "./expected-refusal.js";
import { createOwnStore, guardStore, mostOperations } from "../store/guarded-store.js";
import type { HumanApiSettings } from "./human-api-options.js";
import type { KeptToken } from "./kept-token.js";
import { createMintMarks, noMarks } from "./mint-marks.js";
import { postJson } from "../service/post-json.js";
import { readToken, readTokenText } from "./read-token.js";
import { createServiceClock } from "../service/service-clock.js";
import { createStoreKeys } from "../store/store-keys.js";
import type { ConnectEntry, ConnectKind } from "./connect-reader.js";
import { createTokenCache } from "./token-cache.js";
import { type TokenKind, tokenKinds, type TokenKindName } from "./token-kinds.js";
import type { CallOptions } from "./tokens.js";
import { createVisits, type Visit } from "./visits.js";

/** A token of any kind. */
export interface TakenToken {
  readonly token: string;
  readonly expiresInSeconds: number;
  readonly humanId: string | undefined;
}

/** A token that opens Connect. */
export interface TakenConnect extends TakenToken {
  readonly type: ConnectKind;
}

/** Strings that are stored about a user beyond the life of the tokens. */
export type NoteName = "human-id" | "refresh-id" | "refresh-access" | "refresh-hip-access" | "connect-kind";

/** Represents the application itself instead of a user. Unlike undefined, it cannot be passed by accident. */
export const application: unique symbol = Symbol("application");

type Owner = ClientUser | typeof application;

/** @internal A nested call belongs to the visit of the outer one, so that both are forgotten together. */
export interface TakeOptions extends CallOptions {
  readonly visit?: Visit | undefined;
}

/** @internal */
export interface JoinOptions extends CallOptions {
  /** Value of `forgotten` when the call began. Default: the current value. */
  readonly since?: number | undefined;
}

/** Tokens of every kind: from the store, else from the service, with one request for concurrent callers. */
export interface TokenService {
  take(kind: TokenKindName, owner: Owner, options: TakeOptions): Promise<TakenToken>;
  /** Joins concurrent calls with the same name for the same user. */
  join<T>(name: string, user: ClientUser, call: JoinOptions, task: (visit: Visit) => Promise<T>): Promise<T>;
  /** The stored token that opens Connect for a user. */
  takeKept(user: ClientUser): Promise<TakenConnect | undefined>;
  /** The same, if it is available synchronously. */
  takeKeptNow(user: ClientUser): TakenConnect | undefined;
  /** For the `since` of a call that looks for a stored token before it joins. */
  readonly forgotten: number;
  readNote(name: NoteName, user: ClientUser): Promise<string | undefined>;
  /** @throws {HumanApiError} `store-failed`. */
  remove(names: readonly (NoteName | TokenKindName)[], user: ClientUser): Promise<void>;
  /** Removes these entries, and does not store the results of pending calls. @throws {HumanApiError} `store-failed`. */
  forget(user: ClientUser, names: readonly (NoteName | TokenKindName)[]): Promise<void>;
}

export function createTokenService(settings: HumanApiSettings): TokenService {
  const { store, encryption, renewBeforeMs, now, log, storeTimeoutMs, timeoutMs, renewalPauseMs } = settings;
  const clock = createServiceClock(now);
  const guarded = store ? guardStore(store, { timeoutMs: storeTimeoutMs, now, log }) : createOwnStore(now);
  const cache = createTokenCache({ store: guarded, encryption, clock, renewBeforeMs });
  const keys = createStoreKeys(settings.clientSecret, [settings.authUrl, settings.clientId]);
  // Two sequential calls of the service, and the store operations for both.
  const longestMs = 2 * timeoutMs + mostOperations * storeTimeoutMs;
  const marks = store ? createMintMarks(guarded, Math.max(60_000, 2 * longestMs)) : noMarks;
  const visits = createVisits({ marks, longestMs });
  // Every operation needs a key first, so users and credentials are checked here.
  const keyOf = async (name: string, owner: Owner): Promise<string> => {
    const { clientUserId } = readOwner(owner);
    requireCredentials(settings.credentials);
    return keys.of(name, clientUserId);
  };

  async function ask(name: TokenKindName, owner: Owner, isRenewal: boolean) {
    const kind: TokenKind = tokenKinds[name];
    const call: CallSettings = { ...settings, isExpected: (failure) => isExpectedRefusal(name, failure) };
    const answer = await postJson(settings.authUrl + kind.path, toBody(kind, owner, settings), undefined, call);
    const { token, lifeMs, humanId, refreshToken } = readToken(answer, kind);
    const expiresAt = clock.learn(answer.headers, answer.sentAt) + lifeMs;
    const kept: KeptToken = { token, lifeMs, expiresAt, humanId, isRenewal };
    // The vendor recommends storing the other two, although no endpoint accepts a refresh token (docs/vendor.md#token-service).
    const connectKind = name === "id" ? "id" : undefined;
    return { kept, notes: { "human-id": humanId, [`refresh-${name}`]: refreshToken, "connect-kind": connectKind } };
  }

  async function mint(name: TokenKindName, owner: Owner, visit: Visit, isRenewal: boolean): Promise<KeptToken> {
    const key = await keyOf(name, owner);
    const brought = await visit.bring(
      () => ask(name, owner, isRenewal),
      async ({ kept, notes }) => {
        const texts = Object.entries(notes).map(
          async ([note, text]) => text && cache.writeText(await keyOf(note, owner), text),
        );
        // A user with an id token no longer gets a session token, and a removed entry need not be read.
        const other = name === "id" && cache.discard(await keyOf("session", owner));
        await Promise.all([cache.writeToken(key, kept), other, ...texts]);
      },
      async ({ notes }) => {
        const names = [name, ...Object.keys(notes)];
        await Promise.all(names.map(async (written) => cache.remove(await keyOf(written, owner))));
      },
    );
    return brought.kept;
  }

  function toTaken(kept: KeptToken): TakenToken {
    const expiresInSeconds = Math.max(0, Math.floor(cache.remainingMs(kept) / 1000));
    return { token: kept.token, expiresInSeconds, humanId: kept.humanId };
  }

  const toConnect = (entry: ConnectEntry | undefined): TakenConnect | undefined =>
    entry?.kept && { type: entry.type, ...toTaken(entry.kept) };

  async function remove(names: readonly string[], user: ClientUser): Promise<void> {
    await Promise.all(names.map(async (name) => cache.remove(await keyOf(name, user))));
  }

  // A known user was validated at the first call.
  const ownerOf = (user: ClientUser): string | undefined =>
    keys.known(typeof user === "string" ? user : readClientUser(user).clientUserId);

  return {
    /**
     * Reading and minting are separate flights. Every reader joins both, so no reader can miss a token that was written while it was
     * reading.
     */
    async take(name, owner, { signal, fresh = false, visit: given }) {
      const key = await keyOf(name, owner);
      const person = await keyOf("minting", owner);
      const visit = given ?? visits.of(person);
      const read = async (): Promise<KeptToken> => {
        const kept = await cache.readToken(key);
        const isGood = kept && (!fresh || (kept.isRenewal === true && cache.isYoung(kept, renewalPauseMs)));
        return isGood ? kept : visit.join(`mint ${name}`, () => mint(name, owner, visit, fresh));
      };
      return toTaken(await visit.join(`${fresh ? "renew" : "take"} ${name}`, read, signal));
    },
    takeKept: async (user) => toConnect(await cache.readConnect(ownerOf(user) ?? (await keyOf("", user)))),
    takeKeptNow(user) {
      const owner = ownerOf(user);
      return owner === undefined ? undefined : toConnect(cache.readConnectNow(owner));
    },
    get forgotten() {
      return visits.forgotten;
    },
    async join(name, user, { signal, since }, task) {
      const visit = visits.of(await keyOf("minting", user), since);
      return visit.join(name, () => task(visit), signal);
    },
    async readNote(name, user) {
      const text = await cache.readText(await keyOf(name, user));
      return name.startsWith("refresh-") ? readTokenText(text) : text;
    },
    remove,
    async forget(user, names) {
      const told = visits.forget(await keyOf("minting", user));
      // Waits for the mark's removal, but ignores its failure until the end: a store that fails once may still delete the entries.
      await told.catch(() => {});
      await remove(names, user);
      await told;
    },
  };
}

function toBody(
  { type }: TokenKind,
  owner: Owner,
  { clientId, clientSecret }: HumanApiSettings,
): Record<string, unknown> {
  const { clientUserId, clientUserEmail } = readOwner(owner);
  return {
    client_id: clientId,
    client_secret: clientSecret,
    type,
    client_user_id: clientUserId,
    // Documented for session tokens only.
    client_user_email: type === "session" ? clientUserEmail : undefined,
  };
}

const readOwner = (owner: Owner): Partial<ReadClientUser> => (owner === application ? {} : readClientUser(owner));
