import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFinalizer } from "../../src/legacy/finalizer.js";

const token = { humanId: "h", clientId: "c", sessionToken: "s" };
const terms = { timeoutMs: 1000, user: "user-1" };

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("createFinalizer", () => {
  it("brings the object to the backend and remembers nothing of it", async () => {
    const finalize = vi.fn(() => ({ publicToken: "p" }));
    const finalizer = createFinalizer(finalize);

    await expect(finalizer.run(token, terms)).resolves.toEqual({ publicToken: "p" });

    expect(finalize).toHaveBeenCalledExactlyOnceWith(token, { signal: expect.any(AbortSignal) });
    expect(finalizer.left("user-1")).toBeUndefined();
  });

  it("joins a call that is under way", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const finalize = vi.fn(() => promise);
    const finalizer = createFinalizer(finalize);

    const both = Promise.all([finalizer.run(token, terms), finalizer.run(token, terms)]);
    resolve();
    await both;

    expect(finalize).toHaveBeenCalledOnce();
  });

  it("keeps what has not arrived for one more try, and no longer", async () => {
    const finalizer = createFinalizer(() => Promise.reject(new Error("503")));
    const fail = (): Promise<unknown> => finalizer.run(token, terms).catch((error: unknown) => error);

    const first = await fail();
    const kept = finalizer.left("user-1");
    await fail();

    expect(first).toMatchObject({ code: "token-failed", cause: new Error("503") });
    expect(kept).toBe(token);
    expect(finalizer.left("user-1")).toBeUndefined();
  });

  it.each(["user-2", undefined])("never brings what is left of one user to the backend of %s", async (other) => {
    const finalizer = createFinalizer(() => Promise.reject(new Error("503")));
    await finalizer.run(token, terms).catch(() => {});

    expect(finalizer.left(other)).toBeUndefined();
    expect(finalizer.left("user-1")).toBeUndefined();
  });

  it("treats what is thrown at once alike", async () => {
    const finalizer = createFinalizer(() => {
      throw new Error("no");
    });

    await expect(finalizer.run(token, terms)).rejects.toMatchObject({ code: "token-failed" });
  });

  it("gives up in time and aborts the call", async () => {
    let signal!: AbortSignal;
    const finalizer = createFinalizer((_token, context) => {
      signal = context.signal;
      return new Promise(() => {});
    });
    const running = finalizer.run(token, terms).catch((error: unknown) => error);

    await vi.advanceTimersByTimeAsync(999);
    const before = signal.aborted;
    await vi.advanceTimersByTimeAsync(1);

    expect(await running).toMatchObject({ code: "token-timeout", message: expect.stringContaining("1000 ms") });
    expect([before, signal.aborted]).toEqual([false, true]);
  });

  it("says so when the network is gone", async () => {
    vi.stubGlobal("navigator", { onLine: false });

    await expect(createFinalizer(() => Promise.reject(new TypeError())).run(token, terms)).rejects.toMatchObject({
      code: "offline",
    });
  });
});
