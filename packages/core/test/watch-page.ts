/* oxlint-disable typescript/unbound-method -- every method is called with its owner */
/** Notes what the page holds beyond what it held when the watch began. */
export interface PageWatch {
  /** One line for each node, listener, timer or own property that is still there; empty when the page is as it was. */
  leftovers(): string[];
  stop(): void;
}

interface Listener {
  readonly target: EventTarget;
  readonly type: string;
  readonly callback: EventListenerOrEventListenerObject;
  readonly capture: boolean;
}

/** Watches window, document and body: listeners and timers that are added from now on, and everything that changes. */
export function watchPage(): PageWatch {
  const listeners = watchListeners();
  const timers = watchTimers();
  const before = snapshot();
  return {
    leftovers() {
      const now = snapshot();
      const added = [...now].filter((line) => !before.has(line)).map((line) => `+ ${line}`);
      const lost = [...before].filter((line) => !now.has(line)).map((line) => `- ${line}`);
      return [...added, ...lost, ...listeners.left(), ...timers.left()];
    },
    stop() {
      listeners.stop();
      timers.stop();
    },
  };
}

function snapshot(): Set<string> {
  const root = document.documentElement;
  const nodes = [root, document.head, document.body].flatMap((parent) =>
    [...parent.children].map((node, index) => `${parent.tagName} > ${index} ${node.outerHTML.slice(0, 200)}`),
  );
  const attributes = [root, document.body].flatMap((node) =>
    [...node.attributes].map(({ name, value }) => `${node.tagName}[${name}=${value}]`),
  );
  const own = [window, document, document.body].flatMap((owner, index) =>
    Reflect.ownKeys(owner).map((key) => `own property ${index} ${String(key)}`),
  );
  return new Set([...nodes, ...attributes, ...own]);
}

function watchListeners(): { left(): string[]; stop(): void } {
  const live = new Set<Listener>();
  const find = (target: EventTarget, type: string, callback: unknown, capture: boolean): Listener | undefined =>
    [...live].find(
      (entry) =>
        entry.target === target && entry.type === type && entry.callback === callback && entry.capture === capture,
    );
  const native = EventTarget.prototype.addEventListener;

  const watch = (owner: EventTarget): (() => void) => {
    const { addEventListener, removeEventListener } = owner;
    owner.addEventListener = function (this: EventTarget | undefined, type, callback, options) {
      const target = this ?? window;
      addEventListener.call(target, type, callback, options);
      const { signal, capture = false, once = false } = typeof options === "object" ? options : { capture: options };
      if (
        !callback ||
        signal?.aborted ||
        (target !== window && target !== document) ||
        find(target, type, callback, capture)
      )
        return;
      const entry = { target, type, callback, capture };
      live.add(entry);
      if (signal) native.call(signal, "abort", () => live.delete(entry));
      if (once) native.call(target, type, () => live.delete(entry), { once });
    };
    owner.removeEventListener = function (this: EventTarget | undefined, type, callback, options) {
      const target = this ?? window;
      removeEventListener.call(target, type, callback, options);
      const entry = find(
        target,
        type,
        callback,
        typeof options === "object" ? (options.capture ?? false) : (options ?? false),
      );
      if (entry) live.delete(entry);
    };
    return () => Object.assign(owner, { addEventListener, removeEventListener });
  };

  // A test runner may have put methods of its own on the window.
  const owners = Object.hasOwn(window, "addEventListener") ? [EventTarget.prototype, window] : [EventTarget.prototype];
  const restore = owners.map(watch);
  return {
    left: () =>
      [...live].map(({ target, type }) => `listener for ${type} on ${target === window ? "window" : "document"}`),
    stop: () => restore.forEach((undo) => undo()),
  };
}

function watchTimers(): { left(): string[]; stop(): void } {
  const { setTimeout: set, clearTimeout: clear } = window;
  const live = new Map<number, string>();
  Object.assign(window, {
    setTimeout(callback: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): number {
      const id = set(() => {
        live.delete(id);
        callback(...args);
      }, ms);
      live.set(id, `timer of ${ms} ms`);
      return id;
    },
    clearTimeout(id: number): void {
      live.delete(id);
      clear(id);
    },
  });
  return {
    left: () => [...live.values()],
    stop: () => Object.assign(window, { setTimeout: set, clearTimeout: clear }),
  };
}
