import { bare } from "../base/bare.js";
import { callSafely, createStore, type Store } from "../base/store.js";
import { callbackName, type ConnectEvent } from "../model/events.js";
import type { Source } from "../model/session.js";
import type { CloseReason, HumanConnectState } from "../model/state.js";
import type { StateOptions } from "../model/state-options.js";
import type { WidgetOptions } from "../model/widget-options.js";
import { fetchToken } from "../token/fetch-token.js";
import type { TokenContext } from "../token/token-grant.js";
import { createTokenSlot, discardToken, type TokenSlot } from "../token/token-slot.js";
import type { HumanConnectOptions } from "./options.js";

/** A signed-in or anonymous user, for as long as `user` stays the same. Compared by identity: a user who signs in again is a new object. */
export interface Person {
  /** `user`; undefined for an anonymous user. */
  readonly id: string | undefined;
}

/** A session that is running. */
export interface RunningOpen {
  readonly controller: AbortController;
  readonly over: Promise<HumanConnectState>;
  readonly overrides: Partial<WidgetOptions> | undefined;
}

/** The state that the eager part of an instance shares with the lazy part. */
export interface ConnectCore {
  readonly store: Store<HumanConnectState>;
  readonly tokens: TokenSlot;
  /** Set by `open()`, until the session is over. */
  running: RunningOpen | undefined;
  /** Set at the end of a session, until the focus is back on its opener. */
  returnFocus: (() => void) | undefined;
  /** The latest options. */
  readonly read: () => HumanConnectOptions;
  /**
   * Reads who is signed in, from the latest options. If `user` has changed, aborts the running session with `closed-by-host`, discards the token and resets the
   * state.
   */
  readonly sync: (latest?: StateOptions) => Person;
  /** Returns the state, with the `user` and, between sessions, the `initialConnections` of the latest options. */
  readonly getState: () => HumanConnectState;
  /** Emits an event to the listeners, until a listener signs in another user. @param person The user of the event's session. */
  readonly emit: (event: ConnectEvent, person: Person) => void;
  /** Aborts the running session. */
  readonly end: (reason: EndReason) => void;
}

/** Why a running session is aborted: it closes, or its last listener has unsubscribed. */
export type EndReason = CloseReason | "abandoned";

/**
 * Creates the state of an instance.
 *
 * @param given Returns the latest options; may throw.
 * @param readStateOptions Returns those of them that the state depends on; may throw.
 */
export function createCore(given: () => HumanConnectOptions, readStateOptions: () => StateOptions): ConnectCore {
  const read = (): HumanConnectOptions => bare(given());
  /** The user that the state, token and session belong to. A new object for each sign-in, also of a user who signs in again. */
  let person: Person | undefined;
  /** The `initialConnections` that the state was last given. */
  let known: readonly Source[] | undefined;
  const store = createStore<HumanConnectState>({ status: "idle", currentConnections: Object.freeze([]) }, () => {
    if (store.get().status === "loading") core.end("abandoned");
    else if (!core.running) discardToken(core.tokens);
  });
  const core: ConnectCore = {
    store,
    running: undefined,
    returnFocus: undefined,
    tokens: createTokenSlot(
      () => core.sync().id,
      (context) => request(read(), context),
    ),
    read,
    end: (reason) => core.running?.controller.abort(reason),
    sync: (options = peek(readStateOptions)) => {
      // A host may mark an anonymous user in several ways; the lazy part rejects a `user` that is not a string.
      const id = (typeof options?.user === "string" && options.user) || undefined;
      if (!person || !options || person.id === id) return (person ??= { id });
      // Replace the previous user's data first: an abort may call listeners synchronously, and they read the state.
      person = { id };
      store.replace({ status: "idle", currentConnections: (known = freezeSources(options.initialConnections)) });
      discardToken(core.tokens);
      core.end("closed-by-host");
      return person;
    },
    getState() {
      const options = peek(readStateOptions);
      core.sync(options);
      const list = core.running ? undefined : options?.initialConnections;
      // A template renders a new list with the same content each time.
      if (list !== undefined && !isSameList(readList(list), known))
        store.replace({ ...store.get(), currentConnections: (known = freezeSources(list)) });
      return store.get();
    },
    emit: (event, whose) => emit(core, event, whose),
  };
  return core;
}

function request({ getToken, tokenUrl }: HumanConnectOptions, context: TokenContext): unknown {
  return getToken ? getToken(context) : fetchToken(tokenUrl, context);
}

function emit({ store, sync, read }: ConnectCore, event: ConnectEvent, person: Person): void {
  const mayTell = (): boolean => sync() === person;
  store.emit(event.type, event, mayTell);
  if (mayTell()) callSafely(() => read()[callbackName(event.type)]?.(event as never));
}

/** `undefined` if it throws; the next code that needs the options reports the error. */
function peek(read: () => StateOptions): StateOptions | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** What can be shown of `initialConnections`. Templates pass `null` for none; for anything else a session ends in an error. */
export function readList(sources: unknown): readonly Source[] {
  return Array.isArray(sources) ? sources.filter((source) => source && typeof source === "object") : [];
}

/** A frozen copy. */
function freezeSources(sources: unknown): readonly Source[] {
  return Object.freeze(readList(sources).map((source) => Object.freeze({ ...source })));
}

function isSameList(one: readonly Source[], other: readonly Source[] | undefined): boolean {
  return (
    one.length === other?.length &&
    one.every((source, at) => source.id === other[at]!.id && source.name === other[at]!.name)
  );
}
