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

/**
 * Creates a store.
 *
 * @param value The initial value.
 * @param onUnobserved Called when the last change listener has unsubscribed and none has subscribed within the same task, as a component
 * does that is moved or remounted.
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
      store.emit();
    },
    replace(next) {
      value = Object.freeze(next);
      queueMicrotask(store.emit);
    },
    listen(name, listener) {
      const entry = { name, listener: listener as (event: never) => void };
      entries.add(entry);
      return () => {
        // At the end of the task: some libraries remove an element and insert it again a few microtasks later.
        if (entries.delete(entry) && !name) setTimeout(() => named().length || onUnobserved());
      };
    },
    emit(name, event, mayTell) {
      for (const entry of named(name))
        if (entries.has(entry as never) && (!mayTell || mayTell())) callSafely(entry.listener, event);
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
