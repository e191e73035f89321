/** A frozen value and its listeners, those of changes and those of named events. Its lifetime is its subscriptions: there is nothing to destroy. */
export interface Store<T> {
  get: () => T;
  /** Replaces the value and calls each listener of changes once. */
  set: (next: T) => void;
  /** Replaces the value during a read; the listeners hear of it when the reader is done. */
  amend: (next: T) => void;
  /**
   * Calls the listener with each event of this name, or after each change when there is no name.
   *
   * @returns Ends this subscription; calling it again does nothing.
   */
  listen: <E>(name: string | undefined, listener: (event: E) => void) => () => void;
  /** Calls the listeners of a name with an event, for as long as it may be told. */
  tell: (name?: string, event?: object, mayTell?: () => boolean) => void;
}

/**
 * Creates a store.
 *
 * @param value The first value.
 * @param onUnobserved Runs when the last listener of changes has left and none has come back within the same task, as one does that is
 * moved or remounted.
 */
export function createStore<T>(value: T, onUnobserved: () => void): Store<T> {
  // Entries, not functions: the same function subscribed twice is two subscriptions.
  const entries = new Set<{ name: string | undefined; listener: (event: never) => void }>();
  const named = (name?: string): { listener: (event: never) => void }[] =>
    [...entries].filter((entry) => entry.name === name);
  Object.freeze(value);
  const store: Store<T> = {
    get: () => value,
    set(next) {
      value = Object.freeze(next);
      store.tell();
    },
    amend(next) {
      value = Object.freeze(next);
      queueMicrotask(store.tell);
    },
    listen(name, listener) {
      const entry = { name, listener: listener as (event: never) => void };
      entries.add(entry);
      return () => {
        // Not before the end of the task: some libraries take an element out and put it back a few microtasks later.
        if (entries.delete(entry) && !name) setTimeout(() => named().length || onUnobserved());
      };
    },
    tell(name, event, mayTell) {
      for (const entry of named(name))
        if (entries.has(entry as never) && (!mayTell || mayTell())) callSafely(entry.listener, event);
    },
  };
  return store;
}

/** Calls a function that is not ours; what it throws is reported as uncaught and changes nothing else. */
export function callSafely(callback: ((event: never) => unknown) | undefined, event?: object): void {
  try {
    callback?.(event as never);
  } catch (error) {
    // Node has no such report.
    (globalThis.reportError ?? console.error)(error);
  }
}
