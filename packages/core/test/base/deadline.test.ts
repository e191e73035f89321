import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deadline, untilAborted } from "../../src/base/deadline.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const late = (): Error => new Error("late");
const never = new Promise<never>(() => {});

describe("deadline", () => {
  it("gives what the promise gives and leaves no timer", async () => {
    await expect(deadline(Promise.resolve(5), 1000, late)).resolves.toBe(5);

    expect(vi.getTimerCount()).toBe(0);
  });

  it("rejects with what the promise rejects with and leaves no timer", async () => {
    const failure = new Error("own");

    await expect(deadline(Promise.reject(failure), 1000, late)).rejects.toBe(failure);

    expect(vi.getTimerCount()).toBe(0);
  });

  it("rejects after exactly the time", async () => {
    const outcome = vi.fn();
    deadline(never, 1000, late).catch(outcome);

    await vi.advanceTimersByTimeAsync(999);
    expect(outcome).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);

    expect(outcome.mock.calls).toEqual([[new Error("late")]]);
  });

  it("makes its error only when it is late", async () => {
    const makeError = vi.fn(late);

    await deadline(Promise.resolve(), 1000, makeError);
    await vi.advanceTimersByTimeAsync(2000);

    expect(makeError).not.toHaveBeenCalled();
  });

  it("swallows a rejection that comes after it gave up", async () => {
    const { promise, reject } = Promise.withResolvers<never>();
    const waiting = deadline(promise, 1000, late).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1000);

    reject(new Error("too late to matter"));

    await expect(waiting).resolves.toEqual(new Error("late"));
  });

  it.each([Number.POSITIVE_INFINITY, 2 ** 31, Number.MAX_SAFE_INTEGER])(
    "waits on when it may take %d ms, more than a timer can count",
    async (ms) => {
      const outcome = vi.fn();
      deadline(never, ms, late).catch(outcome);

      await vi.advanceTimersByTimeAsync(60_000);

      expect(outcome).not.toHaveBeenCalled();
    },
  );
});

describe("untilAborted", () => {
  it("gives what the promise gives", async () => {
    await expect(untilAborted(Promise.resolve(5), new AbortController().signal)).resolves.toBe(5);
  });

  it("rejects with what the promise rejects with", async () => {
    const failure = new Error("own");

    await expect(untilAborted(Promise.reject(failure), new AbortController().signal)).rejects.toBe(failure);
  });

  it("rejects with the reason as soon as nobody waits any more", async () => {
    const controller = new AbortController();
    const waiting = untilAborted(never, controller.signal);

    controller.abort("cancelled");

    await expect(waiting).rejects.toBe("cancelled");
  });

  it("rejects at once when nobody waited to begin with", async () => {
    await expect(untilAborted(Promise.resolve(5), AbortSignal.abort("gone"))).rejects.toBe("gone");
  });

  it("leaves no listener on the signal, however it ends", async () => {
    const { signal } = new AbortController();
    const add = vi.spyOn(signal, "addEventListener");
    const remove = vi.spyOn(signal, "removeEventListener");

    await untilAborted(Promise.resolve(), signal);
    await untilAborted(Promise.reject(new Error("own")), signal).catch(() => {});

    await vi.waitFor(() =>
      expect(remove.mock.calls.map(([type, listener]) => [type, listener])).toEqual(
        add.mock.calls.map(([type, listener]) => [type, listener]),
      ),
    );
  });
});
