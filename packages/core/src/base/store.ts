/** A frozen value with listeners for changes and for named events. Its lifetime is its subscriptions: it needs no disposal. */
export interface Store<T> {
  get: () => T;
  /** Replaces the value and calls each change listener once. */
  set: (next: T) => void;
  /** Replaces the value during a read; change listeners are called in a microtask. */
  replace: (next: T) => void;
  /**
   * Calls the listener with each event of this name, or after each change if no name is given.
   *
   * @returns Unsubscribes this listener; calling it again does nothing.
   */
  listen: <E>(name: string | undefined, listener: (event: E) => void) => () => void;
  /** Calls the listeners of a name with an event, until `mayTell` returns false. */
  emit: (name?: string, event?: object, mayTell?: () => boolean) => void;
}

interface Entry {
  readonly listener: (event: never) => void;
}

/**
 * Creates a store.
 *
 * @param value The initial value.
 * @param onUnobserved Called when the last change listener has unsubscribed and none has subscribed within the same task, as a component
 * does that is moved or remounted.
 */
export function createStore<T>(value: T, onUnobserved: () => void): Store<T> {
  // Entries, not functions: the same function subscribed twice is two subscriptions.
  const named = new Map<string | undefined, Set<Entry>>();
  Object.freeze(value);
  const store: Store<T> = {
    get: () => value,
    set(next) {
      value = Object.freeze(next);
      store.emit();
    },
    replace(next) {
      value = Object.freeze(next);
      queueMicrotask(store.emit);
    },
    listen(name, listener) {
      const entry: Entry = { listener };
      const entries = named.get(name) ?? new Set();
      named.set(name, entries.add(entry));
      return () => {
        // At the end of the task: some libraries remove an element and insert it again a few microtasks later.
        if (entries.delete(entry) && !name && !entries.size) setTimeout(() => entries.size || onUnobserved());
      };
    },
    emit(name, event, mayTell) {
      const entries = named.get(name);
      for (const entry of Array.from(entries ?? []))
        if (entries!.has(entry) && (!mayTell || mayTell())) callSafely(entry.listener, event);
    },
  };
  return store;
}

/** Calls a callback of the host page; an error it throws is reported as uncaught and has no other effect. */
export function callSafely(callback: ((event: never) => unknown) | undefined, event?: object): void {
  try {
    callback?.(event as never);
  } catch (error) {
    // Node has no `reportError`.
    (globalThis.reportError ?? console.error)(error);
  }
}
