import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { callSafely, createStore } from "../../src/base/store.js";

const reported: unknown[] = [];
/** Whatever was put off to a later moment of this task, or to its end, has run. */
const endOfTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  reported.length = 0;
  vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
});
afterEach(() => vi.unstubAllGlobals());

describe("a store", () => {
  it("holds its first value until it is set", () => {
    const store = createStore("first", () => {});

    expect(store.get()).toBe("first");
    store.set("second");
    expect(store.get()).toBe("second");
  });

  it("freezes every value that it holds", () => {
    const store = createStore({ at: "first" }, () => {});
    const first = store.get();
    store.set({ at: "second" });
    const second = store.get();
    store.replace({ at: "third" });

    expect([first, second, store.get()].map(Object.isFrozen)).toEqual([true, true, true]);
  });

  it("calls each listener of changes once for each change, after it", () => {
    const store = createStore(0, () => {});
    const seen: string[] = [];
    store.listen(undefined, () => seen.push(`a${store.get()}`));
    store.listen(undefined, () => seen.push(`b${store.get()}`));

    store.set(1);
    store.set(2);

    expect(seen).toEqual(["a1", "b1", "a2", "b2"]);
  });

  it("gives an event to the listeners of its name alone", () => {
    const store = createStore(0, () => {});
    const changes = vi.fn();
    const opens = vi.fn();
    const closes = vi.fn();
    store.listen(undefined, changes);
    store.listen("open", opens);
    store.listen("close", closes);

    store.emit("open", { type: "open" });

    expect(opens.mock.calls).toEqual([[{ type: "open" }]]);
    expect([changes, closes].map(({ mock }) => mock.calls)).toEqual([[], []]);
  });

  it("calls nobody while a value is amended, and everybody soon after", async () => {
    const store = createStore(0, () => {});
    const listener = vi.fn();
    store.listen(undefined, listener);

    store.replace(1);

    expect(store.get()).toBe(1);
    expect(listener).not.toHaveBeenCalled();
    await endOfTask();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("takes the same function twice for two subscriptions", () => {
    const store = createStore(0, () => {});
    const listener = vi.fn();
    const leave = store.listen(undefined, listener);
    store.listen(undefined, listener);

    leave();
    store.set(1);

    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("ends one subscription however often it is ended", () => {
    const store = createStore(0, () => {});
    const listener = vi.fn();
    const leave = store.listen(undefined, listener);
    store.listen(undefined, listener);

    leave();
    leave();
    store.set(1);

    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("calls no listener that another one has just taken away", () => {
    const store = createStore(0, () => {});
    const second = vi.fn();
    let leave = (): void => {};
    store.listen(undefined, () => leave());
    leave = store.listen(undefined, second);

    store.set(1);

    expect(second).not.toHaveBeenCalled();
  });

  it("calls a listener that another one has just added from the next change on", () => {
    const store = createStore(0, () => {});
    const late = vi.fn();
    const leave = store.listen(undefined, () => {
      leave();
      store.listen(undefined, late);
    });

    store.set(1);
    expect(late).not.toHaveBeenCalled();
    store.set(2);

    expect(late).toHaveBeenCalledTimes(1);
  });

  it("reports what a listener throws and calls the others", () => {
    const store = createStore(0, () => {});
    const failure = new Error("listener");
    const after = vi.fn();
    store.listen(undefined, () => {
      throw failure;
    });
    store.listen(undefined, after);

    store.set(1);

    expect(reported).toEqual([failure]);
    expect(after).toHaveBeenCalledTimes(1);
  });

  it("says when its last listener of changes has left", async () => {
    const onUnobserved = vi.fn();
    const store = createStore(0, onUnobserved);
    const leave = [store.listen(undefined, () => {}), store.listen(undefined, () => {})];

    leave[0]!();
    await endOfTask();
    expect(onUnobserved).not.toHaveBeenCalled();
    leave[1]!();
    expect(onUnobserved).not.toHaveBeenCalled();
    await endOfTask();

    expect(onUnobserved).toHaveBeenCalledTimes(1);
  });

  it.each([0, 1, 3, 20])("says nothing when a listener comes back %i microtasks later", async (microtasks) => {
    const onUnobserved = vi.fn();
    const store = createStore(0, onUnobserved);

    store.listen(undefined, () => {})();
    for (let turn = 0; turn < microtasks; turn++) await Promise.resolve();
    store.listen(undefined, () => {});
    await endOfTask();

    expect(onUnobserved).not.toHaveBeenCalled();
  });

  it("does not count listeners of events among those who observe it", async () => {
    const onUnobserved = vi.fn();
    const store = createStore(0, onUnobserved);
    const leaveEvent = store.listen("open", () => {});
    const leaveChanges = store.listen(undefined, () => {});

    leaveChanges();
    await endOfTask();
    expect(onUnobserved).toHaveBeenCalledTimes(1);
    leaveEvent();
    await endOfTask();

    expect(onUnobserved).toHaveBeenCalledTimes(1);
  });
});

describe("callSafely", () => {
  it("calls the function with the event", () => {
    const callback = vi.fn();

    callSafely(callback, { type: "open" });

    expect(callback.mock.calls).toEqual([[{ type: "open" }]]);
  });

  it("does nothing without a function", () => {
    expect(() => callSafely(undefined)).not.toThrow();
  });

  it("reports what the function throws, whatever it is", () => {
    callSafely(() => {
      throw undefined;
    });
    callSafely(() => {
      throw "text";
    });

    expect(reported).toEqual([undefined, "text"]);
  });

  it("throws nothing where nobody takes reports, as in Node", () => {
    vi.stubGlobal("reportError", undefined);
    const log = vi.spyOn(console, "error").mockImplementation(() => {});

    expect(() =>
      callSafely(() => {
        throw new Error("callback");
      }),
    ).not.toThrow();
    log.mockRestore();
  });
});
